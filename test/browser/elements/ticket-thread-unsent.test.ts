import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import type {Fault} from '../../../demo/desk/faults.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import {ReplySentEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo, fetchSeededTicket} from '../../support/desk-api.js';
import {nextEvent} from '../../support/next-event.js';
import type {MessageHarness} from '../../support/message-harness.js';
import {queryAllByRole, accessibleNameOf} from '../../support/role-queries.js';
import {accessibleTextOf} from '../../support/text-content.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'evening-slowdown';
const ticketPath = `/customer/tickets/${seededTicketId(slug)}`;
const path = `${ticketPath}/replies`;
const retry = en['unsent.retry'];
const edit = en['unsent.edit'];
const discard = en['unsent.discard'];

const invalid: Fault = async () =>
  Response.json({title: 'The message holds an account number.', status: 422}, {status: 422});

/** Applies a fault to the messages that contain a text. */
const to =
  (text: string, fault: Fault): Fault =>
  async (request, next) =>
    (await request.clone().text()).includes(text) ? fault(request, next) : next(request);

describe('<isp-ticket-thread> unsent reply', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  /** Removes the fault. */
  let clearFault: () => void;

  async function failWith(fault: Fault, text = 'Still slow tonight.', readFault?: Fault): Promise<ThreadHarness> {
    clearFault = desk.faults.set({method: 'POST', path, times: Infinity}, fault);
    const thread = await ThreadHarness.mount(desk, slug);
    if (readFault) {
      // The list tells whether a refusal is that of the session.
      const clearFaults = ['/customer/tickets', ticketPath].map(readPath =>
        desk.faults.set({method: 'GET', path: readPath, times: Infinity}, readFault),
      );
      const clearWriteFault = clearFault;
      clearFault = () => {
        for (const clear of [...clearFaults, clearWriteFault]) clear();
      };
    }
    await thread.sendReply(text);
    await thread.waitUntil(() => queryAllByRole(thread.lastMessage.element, 'button').length > 0);
    return thread;
  }

  const posts = (): BrowserDesk['requests'] => requestsTo(desk, 'POST', /\/replies$/);

  const waits: Record<string, [Fault, string]> = {
    'the server answers 503': [faultKinds.answer(503), en['error.unavailable']],
    'the server answers 500': [faultKinds.answer(500), en['error.unavailable']],
    'the request is lost': [faultKinds.dropRequest, en['error.network']],
    'a captive portal answers': [faultKinds.html, en['error.bad_response']],
    'the server answers 429': [faultKinds.answer(429), en['error.rate_limited']],
    'the server still processes the first attempt': [faultKinds.answer(409, {retryAfter: 30}), en['error.busy']],
    'the session has ended': [faultKinds.answer(401), en['error.unauthenticated']],
  };

  for (const [name, [fault, reason]] of Object.entries(waits)) {
    it(`waits with its text and the reason when ${name}`, async () => {
      const readFault = reason === en['error.unauthenticated'] ? fault : undefined;
      const thread = await failWith(fault, undefined, readFault);
      expect(thread.lastMessage.text).to.equal('Still slow tonight.');
      // Automatic retries change the state in between.
      await thread.waitUntil(
        () => thread.lastMessage.deliveryState === en['unsent.savedInPage'].replace('{reason}', reason),
      );
    });
  }

  for (const [name, [fault, reason]] of Object.entries({
    'the response is lost': [faultKinds.dropAnswer, en['error.network']],
    'the response is truncated': [faultKinds.truncatedBody, en['error.bad_response']],
  } as const)) {
    it(`waits with its text and the reason when ${name} and the ticket cannot be read`, async () => {
      const thread = await failWith(fault, undefined, faultKinds.dropRequest);
      expect(thread.lastMessage.text).to.equal('Still slow tonight.');
      await thread.waitUntil(
        () => thread.lastMessage.deliveryState === en['unsent.savedInPage'].replace('{reason}', reason),
      );
    });
  }

  it('waits with its text and the reason when the API is down but the page’s own server answers', async () => {
    // Only a page whose scripts ask their own server anyway has it asked: its policy may allow nothing else.
    // The buffer of 250 entries is full of modules.
    performance.clearResourceTimings();
    await fetch('/');
    const api = 'https://support.example/api';
    const thread = await ThreadHarness.mount(desk, slug, {
      properties: {
        apiBase: api,
        fetch: async (input: RequestInfo, init?: RequestInit) => {
          const request = new Request(input, init);
          if (request.method === 'HEAD') return new Response();
          if (request.method === 'POST') throw new TypeError('Failed to fetch');
          return desk.fetch(request.url.replace('https://support.example', location.origin), request);
        },
      },
    });
    await thread.sendReply('Still slow tonight.');
    await thread.waitUntil(() => queryAllByRole(thread.lastMessage.element, 'button').length > 0);
    expect(thread.lastMessage.text).to.equal('Still slow tonight.');
    await thread.waitUntil(
      () => thread.lastMessage.deliveryState === en['unsent.savedInPage'].replace('{reason}', en['error.unavailable']),
    );
  });

  it('keeps its text, its buttons and the focus during an automatic attempt', async () => {
    const thread = await failWith(faultKinds.dropRequest);
    const button = thread.button(retry);
    button.focus();
    const {deliveryState} = thread.lastMessage;
    clearFault();
    const held = faultKinds.hold();
    desk.faults.set({method: 'POST', path}, held.fault);
    dispatchEvent(new Event('online'));
    await held.arrived;
    await thread.element.updateComplete;
    expect(thread.lastMessage.deliveryState).to.equal(deliveryState);
    expect(thread.focusedElement === button).to.be.true;
    expect(button.getAttribute('aria-disabled')).to.equal('false');
    held.release();
    await thread.waitUntil(() => thread.lastMessage.deliveryState === '');
  });

  const refusals: Record<string, [Fault, string]> = {
    'the server rejects the text': [invalid, 'The message holds an account number.'],
    'the server rejects the body': [faultKinds.answer(400), 'The body is no JSON.'],
    'the text is too long': [faultKinds.answer(413), 'The text is too long'],
    'the ticket does not exist': [faultKinds.answer(404), en['error.not_found']],
  };

  for (const [name, [fault, reason]] of Object.entries(refusals)) {
    it(`keeps its text and shows the reason as an alert when ${name}`, async () => {
      const thread = await failWith(fault);
      expect(thread.lastMessage.text).to.equal('Still slow tonight.');
      expect(thread.lastMessage.deliveryState).to.equal(en['unsent.failed'].replace('{reason}', reason));
      expect(queryAllByRole(thread.lastMessage.element, 'alert').map(accessibleTextOf)).to.eql([
        thread.lastMessage.deliveryState,
      ]);
    });
  }

  it('dispatches isp-error once for each attempt', async () => {
    const errors: string[] = [];
    const record = ({code, status}: SupportErrorEvent): number => errors.push(`${code} ${status}`);
    document.body.addEventListener(SupportErrorEvent.type, record);
    const thread = await failWith(faultKinds.answer(503));
    await thread.typeReply('Half a thought');
    expect(errors).to.eql(['unavailable 503']);
    clearFault();
    desk.faults.set({method: 'POST', path, times: Infinity}, faultKinds.answer(500));
    thread.lastMessage.button(retry).click();
    await thread.waitUntil(() => errors.includes('unavailable 500'));
    document.body.removeEventListener(SupportErrorEvent.type, record);
    expect(errors.slice(0, 2)).to.eql(['unavailable 503', 'unavailable 500']);
  });

  it('leaves the reply box free for another reply', async () => {
    const thread = await failWith(faultKinds.answer(503));
    expect(thread.replyBox.value).to.equal('');
    await thread.sendReply('Second.');
    expect(thread.lastMessage.deliveryState).to.equal(en['unsent.waiting']);
  });

  for (const [name, fault] of Object.entries({
    'the response is lost': faultKinds.dropAnswer,
    'the response is truncated': faultKinds.truncatedBody,
  })) {
    it(`is found on the server and is not sent again when ${name}`, async () => {
      desk.faults.set({method: 'POST', path}, fault);
      const thread = await ThreadHarness.mount(desk, slug);
      await thread.sendReply('Still slow tonight.');
      await thread.waitUntil(
        () => thread.lastMessage.text === 'Still slow tonight.' && thread.lastMessage.deliveryState === '',
      );
      expect(posts()).to.have.length(1);
      expect(thread.replies.filter(({text}) => text === 'Still slow tonight.')).to.have.length(1);
    });
  }

  it('is retried with the same Idempotency-Key and is stored once', async () => {
    const thread = await failWith(faultKinds.dropAnswer, undefined, faultKinds.dropRequest);
    const sent = nextEvent(thread.element, ReplySentEvent);
    clearFault();
    thread.lastMessage.button(retry).click();
    await sent;
    await thread.waitUntil(() => thread.lastMessage.deliveryState === '');
    const keys = posts().map(({headers}) => headers['idempotency-key']);
    expect(keys.length).to.be.above(1);
    expect(keys[0]).to.match(/^"[\da-f-]{36}"$/);
    expect(new Set(keys).size).to.equal(1);
    const {replies} = await fetchSeededTicket(desk, slug);
    expect(replies.filter(({message}) => message === 'Still slow tonight.')).to.have.length(1);
    expect(thread.replies.filter(({text}) => text === 'Still slow tonight.')).to.have.length(1);
  });

  it('shows that it is being sent during a retry', async () => {
    const thread = await failWith(faultKinds.answer(503));
    const held = faultKinds.hold();
    clearFault();
    desk.faults.set({method: 'POST', path}, held.fault);
    thread.lastMessage.button(retry).click();
    await held.arrived;
    await thread.waitUntil(() => thread.lastMessage.deliveryState === en['unsent.sending']);
    held.release();
    await thread.waitUntil(() => thread.lastMessage.deliveryState === '');
  });

  it('is followed by the replies behind it, in order', async () => {
    const thread = await failWith(faultKinds.answer(503), 'First.');
    await thread.sendReply('Second.');
    clearFault();
    thread.messageContaining('First.').button(retry).click();
    await thread.waitUntil(() => thread.replies.every(({deliveryState}) => deliveryState === ''));
    const {replies} = await fetchSeededTicket(desk, slug);
    expect(replies.slice(-2).map(({message}) => message)).to.eql(['First.', 'Second.']);
    expect(new Set(posts().map(({headers}) => headers['idempotency-key'])).size).to.equal(2);
  });

  it('is edited above the text that is already in the reply box', async () => {
    const thread = await failWith(invalid);
    await thread.typeReply('And a second thought.');
    thread.lastMessage.button(edit).click();
    await thread.waitUntil(() => thread.replies.length === 3);
    expect(thread.replyBox.value).to.equal('Still slow tonight.\n\nAnd a second thought.');
    expect(thread.focusedElement === thread.replyBox).to.be.true;
    clearFault();
    await thread.pressSend();
    await thread.waitUntil(() => thread.lastMessage.deliveryState === '' && thread.replies.length === 4);
    const [first, second] = posts().map(({headers}) => headers['idempotency-key']);
    expect(first).not.to.equal(second);
  });

  it('offers Edit and Discard but no Retry when the server rejects its text', async () => {
    const thread = await failWith(invalid);
    expect(queryAllByRole(thread.lastMessage.element, 'button').map(accessibleNameOf)).to.eql([edit, discard]);
  });

  it('is sent automatically when a new token is set after a 401', async () => {
    const thread = await failWith(faultKinds.answer(401), undefined, faultKinds.answer(401));
    clearFault();
    thread.element.token = await desk.tokenFor(undefined, 600);
    await thread.waitUntil(
      () => thread.lastMessage.text === 'Still slow tonight.' && thread.lastMessage.deliveryState === '',
    );
  });

  it('is sent automatically when the connection is back', async () => {
    const thread = await failWith(faultKinds.dropRequest);
    clearFault();
    dispatchEvent(new Event('online'));
    await thread.waitUntil(
      () => thread.lastMessage.text === 'Still slow tonight.' && thread.lastMessage.deliveryState === '',
    );
    expect((await fetchSeededTicket(desk, slug)).replies.at(-1)).to.include({message: 'Still slow tonight.'});
  });

  it('is deleted by Discard, which is announced, and can be undone', async () => {
    const thread = await failWith(faultKinds.answer(503));
    const button = thread.lastMessage.button(discard);
    button.focus();
    button.click();
    await thread.waitUntil(() => thread.lastMessage.deliveryState === en['unsent.discarded']);
    expect(thread.text).not.to.include('Still slow tonight.');
    expect(thread.lastAnnouncement).to.equal(`${en['unsent.discarded']} ${en['unsent.undo']}`);
    expect(thread.focusedElement === thread.button(en['unsent.undo'])).to.be.true;
    expect((await fetchSeededTicket(desk, slug)).replies).to.have.length(3);
  });

  const final: Record<string, [Fault, string]> = {
    'for its text': [invalid, 'The message holds an account number.'],
    'for its length': [faultKinds.answer(413), 'The text is too long'],
    'as if there were no such ticket': [faultKinds.answer(404), en['error.not_found']],
  };
  for (const [why, [fault, reason]] of Object.entries(final)) {
    it(`holds up no other reply when it is refused ${why}`, async () => {
      const thread = await failWith(to('First.', fault), 'First.');
      await thread.sendReply('Second.');
      await thread.waitUntil(() => thread.messageContaining('Second.').deliveryState === '');
      expect(thread.messageContaining('First.').deliveryState).to.equal(
        en['unsent.failed'].replace('{reason}', reason),
      );
      expect((await fetchSeededTicket(desk, slug)).replies.at(-1)).to.include({message: 'Second.'});
    });
  }

  for (const text of ['It is slow 🌙', '最後', "SELECT '1'"]) {
    it(`is given up after five answers 500, and the next is sent: ${text}`, async () => {
      const thread = await failWith(to(text, faultKinds.answer(500)), text);
      await thread.sendReply('Second.');
      const failed = en['unsent.failed'].replace('{reason}', en['error.unavailable']);
      const unsent = (): MessageHarness => thread.messageContaining(text);
      for (let attempts = 1; attempts < 5; attempts++) {
        await thread.waitUntil(
          () => posts().length >= attempts && unsent().button(retry).getAttribute('aria-disabled') === 'false',
        );
        if (posts().length === attempts) unsent().button(retry).click();
      }
      await thread.waitUntil(() => thread.messageContaining('Second.').deliveryState === '');
      expect(unsent().deliveryState).to.equal(failed);
      expect(queryAllByRole(unsent().element, 'button').map(accessibleNameOf)).to.eql([retry, edit, discard]);
      expect(posts()).to.have.length(6);
      unsent().button(edit).click();
      await thread.waitUntil(() => thread.replyBox.value === text);
      expect((await fetchSeededTicket(desk, slug)).replies.at(-1)).to.include({message: 'Second.'});
    });
  }

  for (const status of [500, 502, 503] as const) {
    it(`can be edited after the first answer ${status}`, async () => {
      const thread = await failWith(faultKinds.answer(status));
      expect(queryAllByRole(thread.lastMessage.element, 'button').map(accessibleNameOf)).to.eql([retry, edit, discard]);
      await thread.waitUntil(() => thread.lastMessage.button(edit).getAttribute('aria-disabled') === 'false');
      thread.lastMessage.button(edit).click();
      await thread.waitUntil(() => thread.replies.length === 3);
      expect(thread.replyBox.value).to.equal('Still slow tonight.');
    });
  }
});
