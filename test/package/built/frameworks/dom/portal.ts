import 'isp-support-elements/define';

const getToken = async (): Promise<string> => 'jwt';

const support = document.querySelector('isp-support')!;
support.tokenProvider = getToken;
support.layout = 'app';
// @ts-expect-error -- there is no such layout
support.layout = 'apps';

support.addEventListener('isp-ticket-created', event => event.ticketNumber.toUpperCase());
document.body.addEventListener('isp-ticket-created', event => event.ticketNumber.toUpperCase());
window.addEventListener('isp-ticket-created', event => event.ticketNumber.toUpperCase());
document.addEventListener('isp-link-open', event => {
  event.preventDefault();
  event.href.toUpperCase();
});
document.addEventListener('isp-unread-change', event => event.total.toFixed());
// @ts-expect-error -- the data is in the fields of the event
document.addEventListener('isp-unread-change', event => event.detail);
