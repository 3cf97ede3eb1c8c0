import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {TicketSubmitEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {MemoryStorage} from '../../../src/storage/memory-storage.js';
import {fetchSeededTicket, fetchTickets} from '../../support/desk-api.js';
import {FormHarness} from '../../support/form-harness.js';
import {pressKeys} from '../../support/keyboard.js';
import {nextEvent} from '../../support/next-event.js';
import {nextTask} from '../../support/next-task.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'evening-slowdown';

/** How a tool leaves its words in a control: with an event that is not `input`, or with none. */
const tools = {
  'fires nothing': (): void => {},
  'fires change': (control: HTMLElement): void => {
    control.dispatchEvent(new Event('change', {bubbles: true}));
  },
  'fires blur': (control: HTMLElement): void => {
    control.dispatchEvent(new FocusEvent('focusout', {bubbles: true, composed: true}));
  },
};

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const setValue = (control: Control, value: string, fire: (control: HTMLElement) => void = tools['fires nothing']) => {
  control.value = value;
  fire(control);
};

describe('words that a tool sets in a control', () => {
  let desk: BrowserDesk;
  let storage: MemoryStorage;

  beforeEach(() => {
    desk = createBrowserDesk();
    storage = new MemoryStorage();
  });

  const openThread = (): Promise<ThreadHarness> => ThreadHarness.mount(desk, slug, {properties: {storage}});
  const openForm = (properties = {}): Promise<FormHarness> =>
    FormHarness.mount(desk, {waitForReady: !('tokenProvider' in properties), properties: {storage, ...properties}});
  const stored = async (): Promise<string> => JSON.stringify([...(await storage.entries(''))]);

  for (const [name, fire] of Object.entries(tools)) {
    it(`are sent with the reply if the tool ${name}`, async () => {
      const thread = await openThread();
      await thread.typeReply('Still slow');
      const words = 'Still slow, said by voice.';
      setValue(thread.replyBox, words, fire);
      await thread.pressSend();
      await thread.waitUntil(() => thread.lastMessage.text === words && thread.lastMessage.deliveryState === '');
      expect((await fetchSeededTicket(desk, slug)).replies.at(-1)).to.include({message: words});
      expect(thread.replyBox.value).to.equal('');
    });

    it(`are sent with the ticket from each of its controls if the tool ${name}`, async () => {
      const form = await openForm();
      await form.fill({subject: 'Slo', description: 'Since'});
      setValue(form.subjectInput, 'Slow line', fire);
      setValue(form.descriptionInput, 'Since Monday.', fire);
      setValue(form.categorySelect, 'wifi', fire);
      const high = form.priorityRadios.find(({value}) => value === 'high')!;
      high.checked = true;
      fire(high);
      const submitted = nextEvent(form.element, TicketSubmitEvent);
      await form.pressCreate();
      expect((await submitted).draft).to.eql({
        subject: 'Slow line',
        description: 'Since Monday.',
        category: 'wifi',
        priority: 'high',
      });
      await form.waitUntilCreated();
      expect((await fetchTickets(desk))[0]).to.have.property('subject', 'Slow line');
    });
  }

  it('are sent with Ctrl+Enter', async () => {
    const thread = await openThread();
    thread.replyBox.focus();
    setValue(thread.replyBox, 'By voice.');
    await pressKeys('Control+Enter');
    await thread.waitUntil(() => thread.lastMessage.text === 'By voice.');
  });

  it('are sent when they are all there is', async () => {
    const thread = await openThread();
    setValue(thread.replyBox, 'By voice.');
    await thread.pressSend();
    await thread.waitUntil(() => thread.lastMessage.text === 'By voice.');
  });

  it('stay when the element renders again', async () => {
    const thread = await openThread();
    await thread.typeReply('Still');
    setValue(thread.replyBox, 'Still slow');
    thread.element.headingLevel = 3;
    await thread.element.updateComplete;
    expect(thread.replyBox.value).to.equal('Still slow');
    const form = await openForm();
    await form.fill({subject: 'Slo'});
    setValue(form.subjectInput, 'Slow line');
    setValue(form.categorySelect, 'wifi');
    form.element.locale = 'en-GB';
    await form.element.updateComplete;
    expect(form.values).to.include({subject: 'Slow line', category: 'Wi-Fi'});
  });

  it('are stored as a draft when the page is hidden or left, or the control loses the focus', async () => {
    for (const [words, leave] of Object.entries({
      'The page is left.': () => dispatchEvent(new PageTransitionEvent('pagehide')),
      'The page is hidden.': () => document.dispatchEvent(new Event('visibilitychange', {bubbles: true})),
      'The focus leaves.': (box: HTMLElement) => box.dispatchEvent(new FocusEvent('focusout', {bubbles: true})),
    })) {
      const thread = await openThread();
      setValue(thread.replyBox, words);
      leave(thread.replyBox);
      await nextTask();
      expect(await stored()).to.include(words);
      thread.element.remove();
    }
  });

  it('are restored when the element was removed and is inserted again', async () => {
    const thread = await openThread();
    setValue(thread.replyBox, 'By voice.');
    thread.element.remove();
    await nextTask();
    const later = await openThread();
    await later.waitUntil(() => later.replyBox.value === 'By voice.');
    const form = await openForm();
    setValue(form.descriptionInput, 'Described by voice.');
    form.element.remove();
    await nextTask();
    const laterForm = await openForm();
    await laterForm.waitUntil(() => laterForm.descriptionInput.value === 'Described by voice.');
  });

  it('stay with the ticket that they were written for when the element shows another one', async () => {
    const thread = await openThread();
    setValue(thread.replyBox, 'For the slow line.');
    await thread.showTicket('moving-house');
    await thread.waitUntil(() => thread.replyBox.value === '');
    await thread.showTicket(slug);
    await thread.waitUntil(() => thread.replyBox.value === 'For the slow line.');
  });

  it('are joined with a draft that is restored later', async () => {
    const earlier = await openThread();
    await earlier.typeReply('Written yesterday.');
    earlier.element.remove();
    await nextTask();
    let release = (): void => {};
    const entries = storage.entries.bind(storage);
    const held = new Promise<void>(resolve => (release = resolve));
    storage.entries = async prefix => {
      await held;
      return entries(prefix);
    };
    const thread = await openThread();
    setValue(thread.replyBox, 'By voice.');
    release();
    await thread.waitUntil(() => thread.replyBox.value.includes('Written yesterday.'));
    expect(thread.replyBox.value).to.equal('Written yesterday.\n\nBy voice.');
  });

  it('are kept when a ticket is written before the token is there', async () => {
    const form = await openForm({token: undefined, tokenProvider: () => new Promise<string>(() => {})});
    setValue(form.subjectInput, 'Slow line');
    await form.fill({description: 'Since Monday.'});
    form.element.tokenProvider = () => desk.tokenFor();
    await form.waitUntil(() => desk.requests.length > 0);
    expect(form.values).to.include({subject: 'Slow line', description: 'Since Monday.'});
    await form.pressCreate();
    await form.waitUntilCreated();
  });

  it('go when the customer discards the draft, and when reset() empties the form', async () => {
    const form = await openForm();
    setValue(form.subjectInput, 'Slow line');
    setValue(form.categorySelect, 'wifi');
    form.element.reset();
    await form.element.updateComplete;
    expect(form.values).to.eql({subject: '', description: '', category: 'General', priority: 'Normal'});
    await form.fill({subject: 'Yesterday'});
    form.element.remove();
    await nextTask();
    const later = await openForm();
    await later.waitUntil(() => later.hasButton(en['unsent.discard']));
    setValue(later.subjectInput, 'Yesterday and today');
    await later.pressButton(en['unsent.discard']);
    await later.waitUntil(() => later.subjectInput.value === '');
    expect(await stored()).not.to.include('Yesterday');
  });

  it('are deleted by logout()', async () => {
    const thread = await openThread();
    await thread.typeReply('Private');
    setValue(thread.replyBox, 'Private, by voice.');
    await thread.element.logout();
    await nextTask();
    expect(await stored()).not.to.include('Private');
  });

  it('belong to the customer who was signed in', async () => {
    const thread = await openThread();
    setValue(thread.replyBox, 'Of the first customer.');
    thread.element.token = await desk.tokenFor('harbour.view');
    thread.element.ticketId = seededTicketId('lift-camera');
    await nextTask();
    expect(thread.text).not.to.include('Of the first customer.');
    thread.element.remove();
    const again = await openThread();
    await again.waitUntil(() => again.replyBox.value === 'Of the first customer.');
  });
});
