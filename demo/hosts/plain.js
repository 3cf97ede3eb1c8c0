import {tokenProvider} from '/assets/portal/scripts/token.js';

const [list, thread, form] = document.querySelectorAll('isp-ticket-list, isp-ticket-thread, isp-new-ticket');

for (const element of [list, thread, form]) element.tokenProvider = tokenProvider;
list.addEventListener('isp-ticket-select', event => (thread.ticketId = event.ticketId));
form.addEventListener('isp-ticket-created', event => (thread.ticketId = event.ticketId));
