import {css} from 'lit';

import {buttonStyles} from '../../ui/primitives/button.styles.js';
import {hostStyles} from '../../ui/foundation/host.js';
import {noticeStyles} from '../../ui/primitives/notice.styles.js';
import {skeletonStyles} from '../../ui/primitives/skeleton.styles.js';

const newTicket = css`
  .new-ticket {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
`;

/** For what is shown before the form has loaded. */
export const styles = [hostStyles, buttonStyles, noticeStyles, skeletonStyles, newTicket];
