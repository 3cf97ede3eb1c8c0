import {css} from 'lit';

/** The same rows, one thing beneath the other: for large text on a phone. */
export const ticketStack = css`
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
      gap: 0 0.75em;
    }
  }
`;
