import {css} from 'lit';

import {buttonStyles} from '../../ui/primitives/button.styles.js';
import {hostStyles} from '../../ui/foundation/host.js';
import {noticeStyles} from '../../ui/primitives/notice.styles.js';
import {skeletonStyles} from '../../ui/primitives/skeleton.styles.js';

const thread = css`
  .thread {
    /* Not a grid, in which sticky children stay in their rows. */
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 4);
    max-inline-size: 44em;
  }
`;

/** For what is shown before the content has loaded. */
export const styles = [hostStyles, buttonStyles, noticeStyles, skeletonStyles, thread];
