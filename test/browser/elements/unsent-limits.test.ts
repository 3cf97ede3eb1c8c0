import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {MemoryStorage} from '../../../src/storage/memory-storage.js';
import {requestsTo} from '../../support/desk-api.js';
import {FormHarness} from '../../support/form-harness.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'evening-slowdown';
const posted = {method: 'POST', times: Infinity};

describe('limits of unsent messages', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const waiting = async (words = 'It came again.'): Promise<ThreadHarness> => {
    const thread = await ThreadHarness.mount(desk, slug);
    await thread.sendReply(words);
    await thread.waitUntil(() => thread.hasButton(en['unsent.discard']));
    return thread;
  };

  const withState = (key: 'unsent.saved' | 'unsent.savedInPage' | 'unsent.failed', reason: string): string =>
    en[key].replace('{reason}', reason);

  it('keep the 21st message in its field and announce that the outbox is full', async () => {
    desk.faults.set(posted, faultKinds.answer(503, {retryAfter: 600}));
    const form = await FormHarness.mount(desk);
    const thread = await waiting('1');
    for (let count = 2; count <= 20; count++) await thread.sendReply(`${count}`);
    const {length: shown} = thread.replies;

    await thread.sendReply('One too many.');
    await thread.waitUntil(() => thread.lastAnnouncement === en['composer.full']);
    expect(thread.replies).to.have.length(shown);
    expect(thread.replyBox.value).to.equal('One too many.');
    expect(thread.replyBoxDescription).to.include(en['composer.full']);

    await form.fill({subject: 'Dead', description: 'No light at all.'});
    await form.pressCreate();
    await form.waitUntil(() => form.lastAnnouncement === en['composer.full']);
    expect(form.text).to.include(en['composer.full']);
    expect(form.values).to.include({subject: 'Dead', description: 'No light at all.'});
  });

  it('ask the customer after 72 hours whether to send the message, which Retry then does', async () => {
    const {now} = Date;
    const clearFault = desk.faults.set(posted, faultKinds.answer(503, {retryAfter: 600}));
    const thread = await waiting();
    try {
      Date.now = () => now() + 73 * 60 * 60 * 1000;
      thread.lastMessage.button(en['unsent.retry']).click();
      await thread.waitUntil(
        () => thread.lastMessage.deliveryState === withState('unsent.failed', en['error.overdue']),
      );
      expect(thread.lastMessage.text).to.equal('It came again.');
      expect(thread.lastMessage.button(en['unsent.discard'])).to.exist;
      clearFault();
      thread.lastMessage.button(en['unsent.retry']).click();
      await thread.waitUntil(() => thread.lastMessage.deliveryState === '');
    } finally {
      Date.now = now;
    }
  });

  it('ask the customer before a message that may have arrived is sent again, with the same key', async () => {
    const config = rewriteResponse<{features: object}>(({features, ...others}) => ({
      ...others,
      features: {...features, idempotent_writes: false},
    }));
    desk.faults.set({path: '/customer/ticket-config', times: Infinity}, config);
    const clearFault = desk.faults.set(posted, faultKinds.dropRequest);
    const thread = await waiting();
    dispatchEvent(new Event('online'));
    await thread.waitUntil(
      () => thread.lastMessage.deliveryState === withState('unsent.failed', en['error.uncertain']),
    );
    expect(thread.lastMessage.text).to.equal('It came again.');
    const before = requestsTo(desk, 'POST', /replies$/).length;

    clearFault();
    dispatchEvent(new Event('online'));
    thread.lastMessage.button(en['unsent.sendAgain']).click();
    await thread.waitUntil(() => thread.lastMessage.deliveryState === '');
    const keys = requestsTo(desk, 'POST', /replies$/).map(({headers}) => headers['idempotency-key']);
    expect(keys).to.have.length(before + 1);
    expect(new Set(keys).size).to.equal(1);
  });

  it('name the device when the storage is persistent', async () => {
    desk.faults.set(posted, faultKinds.answer(503, {retryAfter: 600}));
    const thread = await ThreadHarness.mount(desk, slug, {properties: {storage: new MemoryStorage()}});
    await thread.typeReply('It came again.');
    await thread.waitUntil(() => thread.text.includes(en['composer.saved']));
    await thread.pressSend();
    await thread.waitUntil(
      () => thread.lastMessage.deliveryState === withState('unsent.saved', en['error.unavailable']),
    );
  });

  it('hold messages while the browser is offline and say so', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    Object.defineProperty(navigator, 'onLine', {configurable: true, value: false});
    try {
      await thread.sendReply('It came again.');
      await thread.waitUntil(
        () => thread.lastMessage.deliveryState === withState('unsent.savedInPage', en['error.offline']),
      );
      expect(thread.lastMessage.text).to.equal('It came again.');
      expect(requestsTo(desk, 'POST', /replies$/)).to.be.empty;
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    dispatchEvent(new Event('online'));
    await thread.waitUntil(
      () => thread.lastMessage.text === 'It came again.' && thread.lastMessage.deliveryState === '',
    );
  });
});
