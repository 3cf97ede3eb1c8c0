import {css} from 'lit';

import {articleStyles} from '../../ui/thread/article.js';
import {buttonStyles} from '../../ui/primitives/button.js';
import {composerStyles} from '../../ui/thread/composer.js';
import {fieldStyles} from '../../ui/primitives/field.js';
import {hostStyles} from '../../ui/foundation/host.js';
import {noticeStyles} from '../../ui/primitives/notice.js';
import {plainTextStyles} from '../../ui/text/plain-text.js';
import {skeletonStyles} from '../../ui/primitives/skeleton.js';
import {statusStyles} from '../../ui/primitives/status-badge.js';
import {threadHeaderStyles} from '../../ui/thread/thread-header.js';
import {replyListStyles} from '../../ui/thread/reply-list.js';
import {unsentStatusStyles} from '../../ui/primitives/unsent-status.js';

const thread = css`
  .thread {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
    max-inline-size: 44em;
  }

  .earlier {
    display: grid;
    justify-items: center;
    gap: calc(var(--_space) * 2);
  }

  .composer {
    position: var(--_composer-position, static);
    inset-block-end: env(keyboard-inset-height, 0);
    padding-block: calc(var(--_space) * 4);
    background: var(--_surface);
    border-block-start: 1px solid var(--_divider);
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
  unsentStatusStyles,
  thread,
];
