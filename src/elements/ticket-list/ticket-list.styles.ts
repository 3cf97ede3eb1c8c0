import {css} from 'lit';

import {buttonStyles} from '../../ui/primitives/button.styles.js';
import {fieldStyles} from '../../ui/primitives/field.styles.js';
import {hostStyles} from '../../ui/foundation/host.js';
import {noticeStyles} from '../../ui/primitives/notice.styles.js';
import {rowGapStyles} from '../../ui/primitives/row-gap.styles.js';
import {skeletonStyles} from '../../ui/primitives/skeleton.styles.js';
import {statusStyles} from '../../ui/primitives/status-badge.styles.js';
import {ticketFilterStyles} from '../../ui/list/ticket-filter.styles.js';
import {ticketRowStyles} from '../../ui/list/ticket-row.styles.js';
import {unsentStatusStyles} from '../../ui/primitives/unsent-status.styles.js';
import {unsentTicketsStyles} from '../../ui/list/unsent-tickets.styles.js';

const list = css`
  .list,
  .list-head {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
  }

  /* The Support tab keeps it in view if the list has its own scroll position. */
  .list-head {
    gap: calc(var(--_space) * 3);
    position: var(--_head-position);
    inset-block-start: 0;
    z-index: 1;
    padding-block-end: calc(var(--_space) * 2);
    background: var(--_head-background);
  }

  .list-header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: end;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
  }

  /* In narrow layouts the heading wraps, so that the button stays in its corner. */
  .list-header > .heading {
    flex: 1 1 6em;
    align-self: center;
  }

  .rows {
    position: relative;
    border-block-start: 1px solid var(--_divider);
  }

  .refreshing {
    position: absolute;
    inset-block-start: -2px;
    inset-inline: 0;
    block-size: 2px;
    background: var(--_accent);
    animation: refresh 1.2s 200ms ease-in-out infinite both;
  }

  @keyframes refresh {
    50% {
      opacity: 0.2;
    }
  }

  .more {
    display: grid;
    justify-items: center;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 2);
  }
`;

export const styles = [
  hostStyles,
  buttonStyles,
  fieldStyles,
  noticeStyles,
  skeletonStyles,
  statusStyles,
  ticketFilterStyles,
  ticketRowStyles,
  rowGapStyles,
  unsentStatusStyles,
  unsentTicketsStyles,
  list,
];
