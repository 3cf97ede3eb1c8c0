import {css} from 'lit';

/**
 * A row has two lines on a phone, columns if there is room for them, and one item per line if the text is very large.
 */
export const ticketRowStyles = css`
  .row {
    display: grid;
    grid-template: 'main side' auto 'meta side' auto / minmax(0, 1fr) auto;
    gap: 0.25em calc(var(--_space) * 3);
    position: relative;
    padding: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_divider);
    contain-intrinsic-block-size: auto 4.0625em;
    content-visibility: auto;
  }

  .row.current {
    background: var(--_accent-tint);
    /* Visible in forced-colors mode, which removes the box shadow. */
    outline: 2px solid transparent;
    outline-offset: -2px;
    box-shadow: inset calc(3px * var(--_direction)) 0 var(--_accent-text);
  }

  .row-meta {
    grid-area: meta;
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(0.75em / 0.8125);
  }

  .row-meta div {
    display: contents;
  }

  .status {
    order: -1;
  }

  /* A line of its own, so that rows have the same height whatever the status and the language. */
  .row-reply {
    flex-basis: 100%;
  }

  .row-side {
    grid-area: side;
    display: grid;
    grid-template-rows: 1fr auto;
    justify-items: end;
  }

  .row-open {
    grid-area: main;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-weight: 500;
    line-height: 1.375;
  }

  .row-open::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  .row-open:focus-visible {
    outline: none;
  }

  .row-open:focus-visible::after {
    border-radius: var(--_radius);
    outline: 2px solid var(--_accent-text);
    outline-offset: -2px;
  }

  .unread .row-open {
    font-weight: 700;
  }

  .row-unread {
    color: var(--_accent-text);
    font-weight: 650;
  }

  .row-unsent {
    color: var(--_attention);
    font-weight: 650;
  }

  /* A border: forced-colors mode removes backgrounds. */
  .row-unread::before {
    content: '';
    display: inline-block;
    margin-inline-end: 0.375em;
    border: 0.25em solid;
    border-radius: 50%;
    vertical-align: 0.0625em;
  }

  .row-meta,
  .row-side,
  .columns > span {
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }

  .row-count {
    grid-row: 2;
    text-align: end;
    white-space: nowrap;
  }

  .high {
    color: var(--_danger);
    font-weight: 650;
  }

  .row-priority.muted > [aria-hidden],
  .columns {
    display: none;
  }

  /* Columns of a fixed width, so that they line up across rows. */
  @container (min-width: 56em) {
    .row,
    .columns {
      display: grid;
      grid-template: auto auto / 10em minmax(0, 1fr) 6em 16em 5em;
      gap: 0 calc(var(--_space) * 4);
      align-items: baseline;
      padding-inline: calc(var(--_space) * 4);
    }

    .columns {
      padding-block: calc(var(--_space) * 2);
      border-block-end: 1px solid var(--_border);
      color: var(--_text-muted);
    }

    .row-priority.muted > [aria-hidden] {
      display: inline;
    }

    .columns > :last-child {
      text-align: end;
    }

    .row-meta,
    .row-side {
      display: contents;
    }

    .row-open {
      grid-area: 1 / 2;
    }

    .row-number {
      grid-area: 2 / 2;
      /* In the direction of the row, not of the number. */
      justify-self: start;
    }

    .status {
      grid-area: 1 / 1;
    }

    .row-priority {
      grid-area: 1 / 3;
    }

    .row-meta .row-activity {
      grid-area: 1 / 4 / span 2;
      display: flex;
      flex-direction: column;
    }

    .row-reply {
      order: -1;
      flex-basis: auto;
    }

    .row-count {
      grid-area: 1 / 5;
    }
  }

  /* One item per line, for large text on a phone. */
  @container (max-width: 16em) {
    .row {
      grid-template: 'main' auto 'meta' auto 'side' auto / minmax(0, 1fr);
    }

    .row-open {
      display: block;
    }

    .row-side {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(0.75em / 0.8125);
    }
  }
`;
