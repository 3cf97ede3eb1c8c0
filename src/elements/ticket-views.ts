/*
 * What a page needs only when a customer opens a ticket or writes a new one. It is loaded by an `import()`: other
 * modules may import only types from this one.
 */
export {NewTicketForm} from './new-ticket/new-ticket-form.js';
export {TicketThreadContent} from './ticket-thread/ticket-thread-content.js';
