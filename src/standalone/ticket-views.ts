/*
 * The entry of the second file. The tag that loads it has what it imports from the first file: each copy of the first
 * file on a page has a second file of its own, and no global is needed.
 */
import {NewTicketForm, TicketThreadContent} from '../elements/ticket-views.js';
import type {TicketViewsScript} from './import-ticket-views.js';

(document.currentScript as TicketViewsScript).resolve({NewTicketForm, TicketThreadContent});
