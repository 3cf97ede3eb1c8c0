import {SignedOut, signOut} from './desk.js';
import {showSignIn} from './sign-in.js';
import {showTicket} from './ticket.js';
import {showTickets} from './tickets.js';

const view = name => document.querySelector(`[data-view="${name}"]`);
const leave = document.querySelector('[data-sign-out]');
const problem = document.querySelector('[data-problem]');
const query = new URLSearchParams(location.search);

leave.addEventListener('click', async () => {
  await signOut();
  location.assign('/staff');
});

try {
  const [name, show] = query.has('ticket') ? ['ticket', showTicket] : ['tickets', showTickets];
  await show(view(name), query, tell);
  view(name).hidden = false;
  leave.hidden = false;
} catch (error) {
  if (error instanceof SignedOut) {
    await showSignIn(view('sign-in'), tell);
    view('sign-in').hidden = false;
  } else {
    tell(error);
  }
}

function tell(error) {
  problem.textContent = error?.message ?? '';
}
