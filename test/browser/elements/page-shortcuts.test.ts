import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {requires} from '../../support/capabilities.js';
import {FormHarness} from '../../support/form-harness.js';
import {pressKeys} from '../../support/keyboard.js';
import {SupportHarness} from '../../support/support-harness.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const keyEvents = ['keydown', 'keypress', 'keyup'] as const;

/** Opens each element that has text fields, and returns them. */
const fieldsOf: Record<string, (desk: BrowserDesk) => Promise<HTMLElement[]>> = {
  'isp-ticket-thread': async desk => [(await ThreadHarness.mount(desk, 'evening-slowdown')).replyBox],
  'isp-new-ticket': async desk => {
    const form = await FormHarness.mount(desk);
    return [form.subjectInput, form.descriptionInput, form.categorySelect];
  },
  'isp-support': async desk => {
    const support = await SupportHarness.mount(desk);
    await support.openSeededTicket('evening-slowdown');
    const {replyBox} = support.thread;
    return [replyBox];
  },
};

describe('keys that the customer types', () => {
  let desk: BrowserDesk;
  let heard: string[];

  const hear = (event: Event): void => {
    heard.push((event as KeyboardEvent).key);
  };

  beforeEach(() => {
    desk = createBrowserDesk();
    heard = [];
    for (const type of keyEvents) document.addEventListener(type, hear);
  });

  afterEach(() => {
    for (const type of keyEvents) document.removeEventListener(type, hear);
  });

  /** Dispatches the events of a key that the test browser cannot press. */
  const dispatch = (field: HTMLElement, init: KeyboardEventInit): void => {
    for (const type of keyEvents) {
      field.dispatchEvent(new KeyboardEvent(type, {...init, bubbles: true, composed: true, cancelable: true}));
    }
  };

  for (const [tag, open] of Object.entries(fieldsOf)) {
    it(`do not reach the page's one-key shortcuts from the fields of <${tag}>`, async () => {
      for (const field of await open(desk)) {
        field.focus();
        await pressKeys('j', 'Shift+K', '/', '?', '5', ' ', 'Backspace', 'ArrowDown', 'Home');
        expect(heard.filter(key => key !== 'Shift')).to.be.empty;
      }
    });

    it(`reach the page from the fields of <${tag}> with Ctrl, Alt or Meta, and as Escape and Tab`, async () => {
      for (const field of await open(desk)) {
        field.focus();
        await pressKeys('Control+k', 'Alt+1', 'Meta+u', 'Escape', 'F1');
        expect(heard).to.include.members(['k', '1', 'u', 'Escape', 'F1', 'Control', 'Alt', 'Meta']);
        heard = [];
        await pressKeys('Tab');
        expect(heard).to.include('Tab');
        heard = [];
      }
    });

    it(`do not reach the page from the fields of <${tag}> when AltGr or an input method types`, async () => {
      requires('AltGr');
      for (const field of await open(desk)) {
        dispatch(field, {key: '@', ctrlKey: true, altKey: true, modifierAltGraph: true});
        dispatch(field, {key: '€', modifierAltGraph: true});
        dispatch(field, {key: 'Dead'});
        dispatch(field, {key: 'Process', keyCode: 229});
        dispatch(field, {key: 'Escape', isComposing: true});
        dispatch(field, {key: 'Tab', keyCode: 229});
        expect(heard).to.be.empty;
      }
    });
  }

  it('reach the page from a button and a radio button', async () => {
    const form = await FormHarness.mount(desk);
    form.button('Create ticket').focus();
    await pressKeys('j');
    form.priorityRadios[0]!.focus();
    await pressKeys('k');
    expect(heard).to.include.members(['j', 'k']);
  });

  it("reach the page from the page's own field in a slot", async () => {
    const support = await SupportHarness.mount(desk);
    const field = document.createElement('input');
    field.slot = 'form-intro';
    support.element.append(field);
    await support.openNewTicketForm();
    field.focus();
    await pressKeys('j');
    expect(heard).to.include('j');
  });

  it('have no effect in a field that the browser fills in without a key', async () => {
    const {replyBox} = await ThreadHarness.mount(desk, 'evening-slowdown');
    replyBox.dispatchEvent(new Event('keydown', {bubbles: true, composed: true}));
    expect(heard).to.be.empty;
  });
});
