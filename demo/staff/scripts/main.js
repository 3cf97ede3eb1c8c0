import {signedInAgent, SignedOut, signOut} from './desk.js';
import {Drafts} from './drafts.js';
import {listQuery, TicketList} from './list.js';
import {showSignIn} from './sign-in.js';
import {TicketView} from './ticket.js';
import {updateDistances} from './time.js';

/** Milliseconds between two looks for new messages, while the page is visible. */
const pollInterval = 4_000;

const find = name => document.querySelector(`[data-${name}]`);

/** Milliseconds for which a confirmation is shown. */
const confirmationTime = 8_000;
let confirmation;

const tell = {
  /** Shows an error, or none. */
  problem: error => setText('problem', error?.message ?? ''),
  done(text) {
    clearTimeout(confirmation);
    find('done').classList.remove('visually-hidden');
    setText('done', text);
    confirmation = setTimeout(setText, confirmationTime, 'done', '');
  },
  /** Tells screen readers what others can see elsewhere. */
  announce(text) {
    tell.done(text);
    find('done').classList.add('visually-hidden');
  },
};

/** The page of an agent who is signed in: the list, and the ticket that is open. */
class StaffPage {
  #drafts;
  #list;
  #ticket;
  #listPosition = 0;

  constructor(agent) {
    this.#drafts = new Drafts(agent);
    const drafts = this.#drafts;
    this.#list = new TicketList(find('queue'), {agent, drafts, onMore: () => this.refresh()});
    this.#ticket = new TicketView(find('ticket'), {
      agent,
      drafts,
      tell,
      onChange: ({isDraft}) => (isDraft ? this.#list.mark(this.#ticket.id) : this.refresh()),
    });
    setText('agent', agent);
    find('sign-out').hidden = false;
    find('sign-out').addEventListener('click', () => void signOutOf(drafts));
    this.#connectNavigation();
  }

  /** Shows what the address says. */
  async show() {
    tell.problem();
    tell.done('');
    try {
      await this.#open(new URLSearchParams(location.search));
    } catch (error) {
      tell.problem(error);
    }
  }

  /** Reads the list and the ticket again. */
  async refresh() {
    const {id} = this.#ticket;
    await Promise.all([this.#list.refresh(id), this.#ticket.refresh()]);
    updateDistances();
    const next = this.#list.next(id);
    find('next').hidden = !next;
    if (next) find('next').href = next;
    if (!id) document.title = `(${find('waiting').textContent}) Tickets – Support desk`;
  }

  async #open(params) {
    const id = params.get('ticket') ?? undefined;
    const previousId = this.#ticket.id;
    if (!previousId) this.#listPosition = scrollY;
    const query = listQuery(params);
    this.#list.show(query);
    find('back').href = `/staff?${new URLSearchParams(query)}`;
    find('desk').hidden = false;
    find('desk').dataset.open = id ? 'ticket' : 'list';
    find('placeholder').hidden = id !== undefined;
    await Promise.all([id !== previousId && this.#ticket.open(id), this.#list.refresh(id)]);
    await this.refresh();
    if (id || !previousId) return;
    scrollTo(0, this.#listPosition);
    this.#list.focus(previousId);
  }

  #connectNavigation() {
    const goTo = address => {
      history.pushState(null, '', address);
      void this.show();
    };
    history.scrollRestoration = 'manual';
    addEventListener('popstate', () => void this.show());
    find('ticket').addEventListener('keydown', ({key}) => key === 'Escape' && this.#list.focus(this.#ticket.id));
    addEventListener('click', event => {
      const link = event.target.closest?.('a[href^="/staff"]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
      event.preventDefault();
      goTo(link.getAttribute('href'));
    });
    find('filter').addEventListener('submit', event => {
      event.preventDefault();
      const filter = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''));
      goTo(`/staff?${new URLSearchParams({show: 'all', ...filter})}`);
    });
  }
}

async function signOutOf(drafts) {
  const {count} = drafts;
  if (count > 0 && !confirm(`Sign out and delete ${count === 1 ? 'your draft' : `your ${count} drafts`}?`)) return;
  drafts.clear();
  await signOut();
  location.assign('/staff');
}

/** Repeats work while the page is visible, and at once when it becomes visible. */
function poll(work) {
  let timer;
  const run = async () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') await work();
    clearTimeout(timer);
    timer = setTimeout(run, pollInterval);
  };
  document.addEventListener('visibilitychange', run);
  timer = setTimeout(run, pollInterval);
}

let connectionProblem = '';

function noteConnectionProblem(error) {
  connectionProblem = error.message;
  tell.problem(error);
}

function clearConnectionProblem() {
  if (connectionProblem && find('problem').textContent === connectionProblem) tell.problem();
  connectionProblem = '';
}

function setText(name, text) {
  if (find(name).textContent !== text) find(name).textContent = text;
}

try {
  const page = new StaffPage(await signedInAgent());
  await page.show();
  poll(() => page.refresh().then(clearConnectionProblem, noteConnectionProblem));
} catch (error) {
  if (!(error instanceof SignedOut)) tell.problem(error);
  else await showSignIn(find('sign-in'), tell.problem);
}
