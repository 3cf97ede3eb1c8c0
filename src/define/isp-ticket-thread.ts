import {TicketThreadElement} from '../elements/ticket-thread/ticket-thread.js';
import {define} from './define.js';

define('isp-ticket-thread', TicketThreadElement);

declare global {
  interface HTMLElementTagNameMap {
    'isp-ticket-thread': TicketThreadElement;
  }
}
