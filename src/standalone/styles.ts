/*
 * All styles, first: style sheets that stand next to each other in the file compress better than between the code of
 * their templates.
 */
import '../elements/new-ticket/new-ticket.styles.js';
import '../elements/reply-banner/reply-banner.styles.js';
import '../elements/support/support.styles.js';
import '../elements/ticket-list/ticket-list.styles.js';
import '../elements/ticket-thread/ticket-thread.styles.js';
