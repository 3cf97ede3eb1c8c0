import 'isp-support-elements/define';
import {connectBridge, type AppMessage, type BridgeTransport, type PageMessage} from 'isp-support-elements/bridge';

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

const transport: BridgeTransport = {send: message => message.toUpperCase(), listen: () => () => undefined};
connectBridge(support, {transport, allowedOrigins: ['https://portal.example'], tokenTimeout: 5_000})();
// @ts-expect-error -- the time-out is a number
connectBridge(support, {tokenTimeout: '5s'});

export const totalOf = (message: PageMessage): number => (message.type === 'unread-change' ? message.total : 0);
export const answer: AppMessage = {source: 'isp-support-elements', version: 1, type: 'token', id: '1', token: 'jwt'};
// @ts-expect-error -- a token answers a request, which has an id
export const noAnswer: AppMessage = {source: 'isp-support-elements', version: 1, type: 'token', token: 'jwt'};
