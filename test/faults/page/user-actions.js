// What a user does and sees in the page, through the elements' own controls. Runs before the page's scripts.
/** The outbox takes no more items than this. */
const outboxLimit = 20;

const delay = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
const nextTask = () => delay(0);

const rootOf = name => document.querySelector(name).shadowRoot;
const threads = () => [...document.querySelectorAll('isp-ticket-thread')];
const threadRootOf = ticketId => threads().find(thread => thread.ticketId === ticketId).shadowRoot;

function enter(field, text) {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

const textOf = ({textContent}) => textContent.replace(/\s+/g, ' ').trim();

/** All items that are shown as unsent, without those that were discarded and can be restored. */
const unsentItems = () =>
  [
    ...threads().flatMap(thread => [...thread.shadowRoot.querySelectorAll('.article:has(.unsent-status)')]),
    ...rootOf('isp-ticket-list').querySelectorAll('.unsent-ticket'),
  ].filter(item => !item.querySelector('.undoable, .final'));

/** The text and the status of each. */
const unsentTexts = () => unsentItems().map(textOf);

const statusOf = text => unsentTexts().find(each => each.includes(text)) ?? '';
const isUnsent = text => statusOf(text) !== '';

const fields = () => [
  ...threads().flatMap(thread => [...thread.shadowRoot.querySelectorAll('#composer')]),
  ...rootOf('isp-new-ticket').querySelectorAll('#subject'),
];

/** The elements' records in IndexedDB, by key. Opening a missing database would create a wrong one. */
async function records() {
  if (!(await indexedDB.databases()).some(({name}) => name === 'isp-support')) return [];
  const resultOf = request =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await resultOf(indexedDB.open('isp-support'));
  const store = database.transaction('kept').objectStore('kept');
  const [keys, values] = await Promise.all([resultOf(store.getAllKeys()), resultOf(store.getAll())]);
  database.close();
  return keys.map((key, index) => [key, values[index]]);
}

globalThis.userActions = {
  /** Polls a condition. Resolves with whether it became true in time. */
  async waitUntil(seconds, condition, ...parameters) {
    for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await delay(50)) {
      if (await userActions[condition](...parameters)) return true;
    }
    return false;
  },

  canReply: ticketId => threadRootOf(ticketId).querySelector('#composer') !== null,

  hasReplyText: (ticketId, text) => threadRootOf(ticketId).querySelector('#composer').value.includes(text),

  /** Whether the form accepts a ticket. If it shows a confirmation, starts a new form. */
  canWriteTicket() {
    const form = rootOf('isp-new-ticket').querySelector('form');
    if (!form) rootOf('isp-new-ticket').querySelector('.actions .button:last-child')?.click();
    return form?.getAttribute('aria-busy') === 'false';
  },

  hasSubject: text => rootOf('isp-new-ticket').querySelector('#subject')?.value.includes(text) ?? false,

  enterReply: (ticketId, text) => enter(threadRootOf(ticketId).querySelector('#composer'), text),

  enterTicket(subject, description) {
    enter(rootOf('isp-new-ticket').querySelector('#subject'), subject);
    enter(rootOf('isp-new-ticket').querySelector('#description'), description);
  },

  /** Presses Send. Resolves with whether the outbox had room: if not, the text stays in its field. */
  async sendReply(ticketId) {
    const thread = threadRootOf(ticketId);
    thread.querySelector('.composer [type=submit]').click();
    await nextTask();
    return thread.querySelector('#composer').value === '';
  },

  async sendTicket() {
    const form = rootOf('isp-new-ticket');
    form.querySelector('[type=submit]').click();
    await nextTask();
    return form.querySelector('.summary') === null;
  },

  /** Presses Discard on all items with this status. Returns their texts. */
  discard(status) {
    const items = unsentItems().filter(item => textOf(item).includes(status));
    for (const item of items) item.querySelector('.unsent-status .button.quiet').click();
    return items.map(item => /No\. \d{5}/.exec(item.textContent)[0]);
  },

  hasRoom: () => unsentItems().length < outboxLimit,

  /** Whether a text is stored on the device: as a `draft` or in the `outbox`. */
  isStored: async (kind, text) =>
    (await records()).some(([key, value]) => key.includes(`/${kind}/`) && value.includes(text)),

  /** Whether a text survives the end of the page. */
  isStoredOrDelivered: async text => (await userActions.isStored('outbox', text)) || !isUnsent(text),

  isSendingOrDelivered: text => !isUnsent(text) || statusOf(text).includes('Sending'),

  isDone: () => unsentItems().length === 0 && fields().every(({value}) => value === ''),

  storesNothing: async () => !(await records()).some(([key]) => /\/(outbox|draft)\//.test(key)),

  /** Everything needed to understand a failure. */
  report: async () => ({
    notices: [...document.body.children].flatMap(({shadowRoot}) =>
      [...(shadowRoot?.querySelectorAll('[part~=notice], .field-error') ?? [])].map(textOf),
    ),
    unsent: unsentTexts(),
    fields: fields().map(({value}) => value),
    records: await records(),
  }),

  /** Fires the event that a browser fires after the user has unplugged the network cable and plugged it in again. */
  reconnect: () => dispatchEvent(new Event('online')),
};
