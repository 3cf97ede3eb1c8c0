import {NewTicketElement} from '../elements/new-ticket/new-ticket.js';
import {define} from './define.js';

define('isp-new-ticket', NewTicketElement);

declare global {
  interface HTMLElementTagNameMap {
    'isp-new-ticket': NewTicketElement;
  }
}
