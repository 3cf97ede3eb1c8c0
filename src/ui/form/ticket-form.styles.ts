import {css} from 'lit';

export const ticketFormStyles = css`
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 5);
    max-inline-size: 40em;
  }

  .summary .notice {
    border-color: var(--_danger);
    background: var(--_danger-tint);
  }

  .summary .icon {
    color: var(--_danger);
  }

  .summary .actions {
    display: grid;
  }

  .summary .unstyled {
    min-block-size: 24px;
    font-weight: 650;
    text-decoration: underline;
  }

  .resolved {
    visibility: hidden;
  }

  .description {
    display: grid;
    gap: calc(var(--_space) * 3);
  }

  .description textarea {
    min-block-size: 11em;
  }

  select.control {
    appearance: auto;
  }

  dl {
    display: grid;
    gap: var(--_space);
    font-size: 0.875em;
  }

  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }

  @container (min-width: 56em) {
    .form {
      max-inline-size: calc(58em + var(--_space) * 6);
    }

    .form > :not(.description) {
      max-inline-size: 40em;
    }

    .description {
      grid-template-columns: minmax(0, 40em) minmax(14em, 1fr);
      gap: calc(var(--_space) * 6);
    }

    .guidance {
      order: 1;
      align-self: start;
      margin-block-start: 1.75em;
    }
  }
`;
