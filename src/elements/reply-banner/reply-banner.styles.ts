import {css} from 'lit';

import {hostStyles} from '../../ui/foundation/host.js';
import {unreadBannerStyles} from '../../ui/banner/unread-banner.js';

/** The banner has a background of its own: the surface of the root would show at its rounded corners. */
const replyBanner = css`
  .root {
    background: none;
  }
`;

export const styles = [hostStyles, unreadBannerStyles, replyBanner];
