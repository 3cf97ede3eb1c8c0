// What a person does in a page and sees there, by the elements' own controls. A plain script: see page-script.js.
/** How many items the elements let wait. */
const mostUnsent = 20;

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
const task = () => pause(0);

const root = name => document.querySelector(name).shadowRoot;
const threads = () => [...document.querySelectorAll('isp-ticket-thread')];
const threadOf = ticketId => threads().find(thread => thread.ticketId === ticketId).shadowRoot;

function fill(control, text) {
  control.value = text;
  control.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

const readable = ({textContent}) => textContent.replace(/\s+/g, ' ').trim();

/** Everything that is shown as unsent. */
const unsentItems = () => [
  ...threads().flatMap(thread => [...thread.shadowRoot.querySelectorAll('.article:has(.article-state)')]),
  ...root('isp-ticket-list').querySelectorAll('.unsent-ticket'),
];

/** The words of each, and how it stands. */
const unsent = () => unsentItems().map(readable);

const stateOf = text => unsent().find(each => each.includes(text)) ?? '';
const isUnsent = text => stateOf(text) !== '';

const boxes = () => [
  ...threads().flatMap(thread => [...thread.shadowRoot.querySelectorAll('#composer')]),
  ...root('isp-new-ticket').querySelectorAll('#subject'),
];

/** What the elements keep on the device, by its key. Their database is not made here: it would not be as they make it. */
async function records() {
  if (!(await indexedDB.databases()).some(({name}) => name === 'isp-support')) return [];
  const answer = request =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await answer(indexedDB.open('isp-support'));
  const kept = database.transaction('kept').objectStore('kept');
  const [keys, values] = await Promise.all([answer(kept.getAllKeys()), answer(kept.getAll())]);
  database.close();
  return keys.map((key, index) => [key, values[index]]);
}

globalThis.person = {
  /** Waits until something holds. Says whether it ever did. */
  async until(seconds, what, ...words) {
    for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await pause(50)) {
      if (await person[what](...words)) return true;
    }
    return false;
  },

  canReply: ticketId => threadOf(ticketId).querySelector('#composer') !== null,

  hasInBox: (ticketId, text) => threadOf(ticketId).querySelector('#composer').value.includes(text),

  /** Whether the form takes another ticket. Where it tells of the last one, it is asked for a new form. */
  canWriteTicket() {
    const form = root('isp-new-ticket').querySelector('form');
    if (!form) root('isp-new-ticket').querySelector('.actions .button:last-child')?.click();
    return form?.getAttribute('aria-busy') === 'false';
  },

  hasSubject: text => root('isp-new-ticket').querySelector('#subject')?.value.includes(text) ?? false,

  typeReply: (ticketId, text) => fill(threadOf(ticketId).querySelector('#composer'), text),

  typeTicket(subject, description) {
    fill(root('isp-new-ticket').querySelector('#subject'), subject);
    fill(root('isp-new-ticket').querySelector('#description'), description);
  },

  /** Presses Send. Says whether there was room for it: if there is not, the words stay in the box. */
  async sendReply(ticketId) {
    const thread = threadOf(ticketId);
    thread.querySelector('.composer [type=submit]').click();
    await task();
    return thread.querySelector('#composer').value === '';
  },

  async sendTicket() {
    const form = root('isp-new-ticket');
    form.querySelector('[type=submit]').click();
    await task();
    return form.querySelector('.summary') === null;
  },

  /** Presses Discard wherever these words stand, and says of which texts. */
  discard(words) {
    const items = unsentItems().filter(item => readable(item).includes(words));
    for (const item of items) item.querySelector('.article-state .button.quiet').click();
    return items.map(item => /No\. \d{5}/.exec(item.textContent)[0]);
  },

  hasRoom: () => unsent().length < mostUnsent,

  /** Whether the device keeps a text, as a draft, or as something to be sent. */
  isKept: async (kind, text) =>
    (await records()).some(([key, value]) => key.includes(`/${kind}/`) && value.includes(text)),

  /** Whether the page may end now without losing a text: it is kept, or it has arrived. */
  isSafe: async text => (await person.isKept('outbox', text)) || !isUnsent(text),

  /** Whether a text is being sent, or has arrived. */
  isUnderWay: text => !isUnsent(text) || stateOf(text).includes('Sending'),

  isDone: () => unsent().length === 0 && boxes().every(box => box.value === ''),

  keepsNothing: async () => !(await records()).some(([key]) => /\/(outbox|draft)\//.test(key)),

  /** What a person would tell somebody who helps them, and what that one would look up. */
  report: async () => ({
    notices: [...document.body.children].flatMap(({shadowRoot}) =>
      [...(shadowRoot?.querySelectorAll('[part~=notice], .field-error') ?? [])].map(readable),
    ),
    unsent: unsent(),
    boxes: boxes().map(({value}) => value),
    kept: await records(),
  }),

  /** What an impatient person's browser says when they pull the cable and put it back. */
  lookAgain: () => dispatchEvent(new Event('online')),
};
