import {css} from 'lit';

import {articleStyles} from '../../ui/thread/article.styles.js';
import {buttonStyles} from '../../ui/primitives/button.styles.js';
import {composerStyles} from '../../ui/thread/composer.styles.js';
import {fieldStyles} from '../../ui/primitives/field.styles.js';
import {hostStyles} from '../../ui/foundation/host.js';
import {noticeStyles} from '../../ui/primitives/notice.styles.js';
import {plainTextStyles} from '../../ui/text/plain-text.styles.js';
import {rowGapStyles} from '../../ui/primitives/row-gap.styles.js';
import {skeletonStyles} from '../../ui/primitives/skeleton.styles.js';
import {statusStyles} from '../../ui/primitives/status-badge.styles.js';
import {threadHeaderStyles} from '../../ui/thread/thread-header.styles.js';
import {replyListStyles} from '../../ui/thread/reply-list.styles.js';
import {unsentStatusStyles} from '../../ui/primitives/unsent-status.styles.js';

const thread = css`
  .thread {
    /* Not a grid, in which sticky children stay in their rows. */
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 4);
    max-inline-size: 44em;
  }

  /* What is scrolled to is not below a bar. */
  .thread :is(.article, .new-line, a, button, summary) {
    scroll-margin-block: calc(var(--_page-bar, 0px) + 4em) calc(var(--_page-end, 0px) + 4em);
  }

  .earlier {
    display: grid;
    justify-items: center;
    gap: calc(var(--_space) * 2);
  }

  .earlier .actions {
    justify-content: center;
  }
`;

export const styles = [
  hostStyles,
  articleStyles,
  buttonStyles,
  composerStyles,
  fieldStyles,
  noticeStyles,
  plainTextStyles,
  skeletonStyles,
  statusStyles,
  threadHeaderStyles,
  replyListStyles,
  rowGapStyles,
  unsentStatusStyles,
  thread,
];
