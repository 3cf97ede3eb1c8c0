import {css} from 'lit';

import {ticketColumns} from './ticket-columns.styles.js';
import {ticketStack} from './ticket-stack.styles.js';

/** A row of two lines, as a phone has room for. */
const rows = css`
  .row {
    display: grid;
    grid-template: 'main side' auto 'meta side' auto / minmax(0, 1fr) auto;
    gap: 0.25em calc(var(--_step) * 3);
    position: relative;
    padding: calc(var(--_step) * 3);
    border-block-end: 1px solid var(--_hairline);
    overflow-wrap: anywhere;
    contain-intrinsic-block-size: auto 4.25em;
    content-visibility: auto;
  }

  .row:hover {
    background: var(--_hover);
  }

  .row.current {
    background: var(--_tint);
    /* Seen only where a device forces its colours. */
    outline: 2px solid transparent;
    outline-offset: -2px;
    box-shadow: inset calc(3px * var(--_way)) 0 var(--_accent-text);
  }

  .row-meta {
    grid-area: meta;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
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
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
    color: var(--_accent-text);
    font-weight: 650;
  }

  .row-unread::before {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    border-radius: 50%;
    background: currentColor;
    forced-color-adjust: none;
  }

  .row .status,
  .row-number,
  .row-priority,
  .row-reply,
  .row-count {
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }

  .row-count {
    grid-row: 2;
    text-align: end;
    white-space: nowrap;
  }

  .row-priority.high {
    color: var(--_danger);
    font-weight: 650;
  }
`;

export const ticketRowStyles = [rows, ticketColumns, ticketStack];
