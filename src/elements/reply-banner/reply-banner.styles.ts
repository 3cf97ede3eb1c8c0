import {css} from 'lit';

import {buttonStyles} from '../../ui/primitives/button.styles.js';
import {hostStyles} from '../../ui/foundation/host.js';
import {unreadBannerStyles} from '../../ui/banner/unread-banner.styles.js';

/** The banner has a background of its own: the surface of the root would show at its rounded corners. */
const replyBanner = css`
  .root {
    background: none;
  }
`;

export const styles = [hostStyles, buttonStyles, unreadBannerStyles, replyBanner];
