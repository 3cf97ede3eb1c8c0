import {expect, waitUntil} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import type {Fault} from '../../../demo/desk/faults.js';
import {en} from '../../../src/i18n/locales/en.js';
import {MemoryStorage} from '../../../src/storage/memory-storage.js';
import {FormHarness} from '../../support/form-harness.js';
import {fetchTickets} from '../../support/desk-api.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {foreignResponse} from '../../support/recording-fetch.js';
import {nextTask} from '../../support/next-task.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const words = 'The cable is cut.';

type Fetch = typeof fetch;

/** An opaque-redirect response, as with `redirect: 'manual'`. */
const redirected = (): Response => Object.defineProperty(Response.error(), 'type', {value: 'opaqueredirect'});

/** A `fetch` that gives every POST the same response. */
const answering =
  (desk: BrowserDesk, answer: (request: Request) => Promise<Response>): Fetch =>
  (input, init) => {
    const request = new Request(input, init);
    return request.method === 'POST' ? answer(request) : desk.fetch(request);
  };

const fault =
  (fault: Fault): ((request: Request) => Promise<Response>) =>
  request =>
    fault(request, () => Promise.reject(new Error('A fault of this test asks no desk.')));

interface Refusal {
  /** The response to every POST. */
  readonly answer: (request: Request) => Promise<Response>;
  readonly reply: string;
  readonly ticket: string;
  /** Whether the message waits. */
  readonly waits?: true;
}

/** The list is served in each case: what is refused is this message. */
const refusals: Record<string, Refusal> = {
  'is refused with 403': {
    answer: fault(faultKinds.answer(403)),
    reply: en['error.conflict'],
    ticket: en['error.invalid'],
  },
  'is refused with 410': {
    answer: fault(faultKinds.answer(410)),
    reply: en['error.conflict'],
    ticket: en['error.invalid'],
  },
  'is refused by a firewall': {
    answer: async () => foreignResponse(403),
    reply: en['error.invalid'],
    ticket: en['error.invalid'],
  },
  'is redirected to a sign-in page': {
    answer: async () => redirected(),
    reply: en['error.bad_response'],
    ticket: en['error.bad_response'],
    waits: true,
  },
};

describe('unsent text that', () => {
  let desk: BrowserDesk;
  let storage: MemoryStorage;

  beforeEach(() => {
    desk = createBrowserDesk();
    storage = new MemoryStorage();
  });

  const stored = async (): Promise<string> => JSON.stringify(await storage.entries(''));
  const openThread = (fetch: Fetch = desk.fetch) =>
    ThreadHarness.mount(desk, 'evening-slowdown', {properties: {storage, fetch}});
  const openForm = (fetch: Fetch = desk.fetch) => FormHarness.mount(desk, {properties: {storage, fetch}});

  for (const [name, {answer, reply, ticket, waits}] of Object.entries(refusals)) {
    it(`${name} stays on the screen and is restored later: reply`, async () => {
      const thread = await openThread(answering(desk, answer));
      await thread.sendReply(words);
      await thread.waitUntil(() => thread.text.includes(reply));
      expect(thread.messageContaining(words).text).to.include(words);
      expect(await stored()).to.include(words);
      thread.element.remove();
      await nextTask();

      const later = await openThread();
      await later.waitUntil(() => later.text.includes(words));
    });

    it(`${name} stays on the screen and is restored later: new ticket`, async () => {
      const form = await openForm(answering(desk, answer));
      await form.fill({subject: words, description: words});
      await form.pressCreate();
      await form.waitUntil(() => form.text.includes(ticket));
      expect(waits ? form.text : form.descriptionInput.value).to.include(words);
      expect(await stored()).to.include(words);
      form.element.remove();
      await nextTask();

      const later = await openForm();
      await waitForNetworkIdle(desk);
      // The customer decides about a refused message. One that waits for a token is sent automatically.
      if (waits) await waitUntil(async () => (await fetchTickets(desk))[0]?.subject === words, 'the ticket');
      else expect(later.values).to.include({subject: words, description: words});
    });
  }
});
