import {ReplyBannerElement} from '../elements/reply-banner/reply-banner.js';
import {define} from './define.js';

define('isp-reply-banner', ReplyBannerElement);

declare global {
  interface HTMLElementTagNameMap {
    'isp-reply-banner': ReplyBannerElement;
  }
}
