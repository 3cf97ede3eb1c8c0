import {css} from 'lit';

import {articleStyles} from '../../ui/article.js';
import {buttonStyles} from '../../ui/button.js';
import {composerStyles} from '../../ui/composer.js';
import {fieldStyles} from '../../ui/field.js';
import {host} from '../../ui/host.js';
import {noticeStyles} from '../../ui/notice.js';
import {plainTextStyles} from '../../ui/plain-text.js';
import {skeletonStyles} from '../../ui/skeleton.js';
import {statusStyles} from '../../ui/status-badge.js';
import {threadHeaderStyles} from '../../ui/thread-header.js';
import {threadListStyles} from '../../ui/thread-list.js';
import {unsentStateStyles} from '../../ui/unsent-state.js';

const thread = css`
  .thread {
    display: grid;
    gap: calc(var(--_step) * 4);
    max-inline-size: 44em;
  }

  .earlier {
    display: grid;
    justify-items: center;
    gap: calc(var(--_step) * 2);
  }

  .composer {
    position: var(--_composer-position, static);
    inset-block-end: env(keyboard-inset-height, 0);
    padding-block: calc(var(--_step) * 4);
    background: var(--_surface);
    border-block-start: 1px solid var(--_hairline);
  }
`;

export const styles = [
  host,
  articleStyles,
  buttonStyles,
  composerStyles,
  fieldStyles,
  noticeStyles,
  plainTextStyles,
  skeletonStyles,
  statusStyles,
  threadHeaderStyles,
  threadListStyles,
  unsentStateStyles,
  thread,
];
