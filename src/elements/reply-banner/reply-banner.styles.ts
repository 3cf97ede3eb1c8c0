import {css} from 'lit';

import {hostStyles} from '../../ui/foundation/host.js';
import {unreadBannerStyles} from '../../ui/banner/unread-banner.js';

/** The banner is its own ground: a surface behind it would show at its rounded corners. */
const replyBanner = css`
  .root {
    background: none;
  }
`;

export const styles = [hostStyles, unreadBannerStyles, replyBanner];
