import {TicketListElement} from '../elements/ticket-list/ticket-list.js';
import {define} from './define.js';

define('isp-ticket-list', TicketListElement);

declare global {
  interface HTMLElementTagNameMap {
    'isp-ticket-list': TicketListElement;
  }
}
