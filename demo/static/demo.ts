import '../../src/define/all.js';
import {createBrowserDesk} from '../desk/browser.js';

/** Milliseconds until support answers a reply. */
const delay = 4_000;

const answer = 'Thank you for your message. This is the answer of a demo: in a real portal, your provider writes here.';

const desk = createBrowserDesk();
const support = document.querySelector('isp-support');

if (support) {
  support.fetch = desk.fetch;
  support.persistence = 'none';
  support.tokenProvider = () => desk.tokenFor();
  support.addEventListener('isp-reply-sent', ({ticketId}) => {
    setTimeout(() => void desk.staff.reply(ticketId, answer).then(() => support.refresh()), delay);
  });
}
