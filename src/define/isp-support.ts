import {SupportElement} from '../elements/support/support.js';
import {define} from './define.js';
import './isp-new-ticket.js';
import './isp-reply-banner.js';
import './isp-ticket-list.js';
import './isp-ticket-thread.js';

define('isp-support', SupportElement);

declare global {
  interface HTMLElementTagNameMap {
    'isp-support': SupportElement;
  }
}
