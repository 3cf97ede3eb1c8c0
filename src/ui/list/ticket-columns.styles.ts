import {css} from 'lit';

/** The same rows as columns, where there is room. They are of fixed width, so that they line up over all rows. */
export const ticketColumns = css`
  .columns {
    display: none;
  }

  @container (min-width: 56em) {
    .row,
    .columns {
      display: grid;
      grid-template: auto auto / 10em minmax(0, 1fr) 6em 14em 5em;
      gap: 0 calc(var(--_step) * 4);
      align-items: baseline;
      padding-inline: calc(var(--_step) * 4);
    }

    .columns {
      padding-block: calc(var(--_step) * 2);
      border-block-end: 1px solid var(--_border);
      color: var(--_muted);
      font-size: 0.8125em;
      /* The columns are counted in the rows' em. */
      grid-template-columns: calc(10em / 0.8125) minmax(0, 1fr) calc(6em / 0.8125) calc(14em / 0.8125) calc(
          5em / 0.8125
        );
      column-gap: calc(var(--_step) * 4 / 0.8125);
      padding-inline: calc(var(--_step) * 4 / 0.8125);
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
    }

    .row .status {
      grid-area: 1 / 1;
    }

    .row-priority {
      grid-area: 1 / 3;
    }

    .row-reply {
      grid-area: 1 / 4;
    }

    .row-count {
      grid-area: 1 / 5;
    }
  }
`;
