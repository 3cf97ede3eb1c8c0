import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import type {DeskConfig} from '../../../demo/desk/config.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ar} from '../../../src/i18n/locales/ar.js';
import {en} from '../../../src/i18n/locales/en.js';
import {registerLocale} from '../../../src/i18n/registry.js';
import {createTranslator} from '../../support/translator.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';
import {FormHarness} from '../../support/form-harness.js';
import type {Harness} from '../../support/harness.js';
import {mountFullSupport, supportWidths} from '../../support/mount-full-support.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import type {SupportHarness} from '../../support/support-harness.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const t = createTranslator('en');
const email = 'support@brindlemoor.example';
const slug = 'evening-slowdown';

/** What a customer drags or copies: an image, alone or with text, or only text. */
function transferOf(kind: 'image' | 'image and text' | 'text'): DataTransfer {
  const transfer = new DataTransfer();
  if (kind !== 'text') transfer.items.add(new File(['…'], 'router.png', {type: 'image/png'}));
  if (kind !== 'image') transfer.setData('text/plain', 'Red light');
  return transfer;
}

const paste = (target: HTMLElement, kind: Parameters<typeof transferOf>[0]): Event => {
  const event = new ClipboardEvent('paste', {bubbles: true, composed: true, cancelable: true});
  // Firefox drops files that a script passes to the constructor.
  Object.defineProperty(event, 'clipboardData', {value: transferOf(kind)});
  target.dispatchEvent(event);
  return event;
};

const drag = (type: 'dragover' | 'drop', target: HTMLElement, kind: Parameters<typeof transferOf>[0]): Event => {
  const event = new DragEvent(type, {dataTransfer: transferOf(kind), bubbles: true, composed: true, cancelable: true});
  target.dispatchEvent(event);
  return event;
};

describe('files, which the portal does not take', () => {
  let desk: BrowserDesk;

  const emphasized = ({element}: Harness): string =>
    element.renderRoot.querySelector('.refused')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

  for (const width of supportWidths) {
    describe(`in <isp-support> with 60 tickets, ${width} pixels wide`, () => {
      let support: SupportHarness;

      beforeEach(async () => {
        ({desk, support} = await mountFullSupport(width));
      });

      it('are explained below the reply box: an email with the number of the ticket', async () => {
        await support.openSeededTicket(slug);
        await waitForNetworkIdle(desk);
        const {thread} = support;
        const number = thread.ticketNumber;
        expect(thread.text).to.include(t('pictures.email', {email, number}));
        const link = thread.element.renderRoot.querySelector<HTMLAnchorElement>('.field-hint a')!;
        expect(link.href).to.equal(`mailto:${email}?subject=${number}`);
        const send = thread.button(en['composer.send']).getBoundingClientRect();
        expect(link.getBoundingClientRect().top).to.be.at.least(send.bottom);
        expect(emphasized(thread)).to.equal('');
      });

      const acts: Record<string, (box: HTMLTextAreaElement) => Event> = {
        'an image is pasted': box => paste(box, 'image'),
        'an image is dropped on the reply box': box => drag('drop', box, 'image'),
        'an image with a text is dropped beside it': box => drag('drop', box.form!, 'image and text'),
      };

      for (const [name, act] of Object.entries(acts)) {
        it(`are refused in view and aloud, and nothing that was written is lost: ${name}`, async () => {
          await support.openSeededTicket(slug);
          await waitForNetworkIdle(desk);
          const {thread} = support;
          await thread.typeReply('What I have written');
          thread.replyBox.scrollIntoView({block: 'center'});
          act(thread.replyBox);
          const text = t('pictures.email', {email, number: thread.ticketNumber});
          await thread.waitUntil(() => emphasized(thread) === text);
          await thread.waitUntil(() => thread.lastAnnouncement === text);
          expect(thread.text.split(text)).to.have.length(3);
          expect(thread.replyBox.value).to.equal('What I have written');
          const {top, bottom} = thread.element.renderRoot.querySelector('.refused')!.getBoundingClientRect();
          expect(top).to.be.at.least(thread.replyBox.getBoundingClientRect().bottom);
          expect(bottom).to.be.at.most(innerHeight);
        });
      }

      it('are explained at the form and refused there', async () => {
        await support.openNewTicketForm();
        const {form} = support;
        const text = t('pictures.emailNew', {email});
        await form.waitUntil(() => form.text.includes(text));
        await form.fill({subject: 'Red light'});
        paste(form.descriptionInput, 'image');
        await form.waitUntil(() => form.lastAnnouncement === text);
        expect(emphasized(form)).to.equal(text);
        expect(form.values.subject).to.equal('Red light');
        await form.expectAccessible();
      });
    });
  }

  const open = async (config: Partial<DeskConfig> = {}, locale = 'en'): Promise<ThreadHarness> => {
    desk = createBrowserDesk({config});
    const thread = await ThreadHarness.mount(desk, slug, {properties: {locale}});
    await waitForNetworkIdle(desk);
    return thread;
  };

  it('do not replace the page when they are dropped', async () => {
    const thread = await open();
    const form = await FormHarness.mount(desk);
    const heading = thread.heading;
    for (const target of [thread.replyBox, heading, form.descriptionInput, form.subjectInput]) {
      for (const type of ['dragover', 'drop'] as const) {
        expect(drag(type, target, 'image').defaultPrevented).to.be.true;
        expect(drag(type, target, 'text').defaultPrevented).to.be.false;
      }
    }
  });

  it('leave the text on the clipboard to the browser', async () => {
    const thread = await open();
    for (const kind of ['image', 'image and text', 'text'] as const)
      expect(paste(thread.replyBox, kind).defaultPrevented).to.be.false;
  });

  it('are not mentioned when text is pasted or dropped', async () => {
    const thread = await open();
    paste(thread.replyBox, 'text');
    drag('drop', thread.replyBox, 'text');
    await thread.element.updateComplete;
    expect(emphasized(thread)).to.equal('');
  });

  it('are not refused while they are only dragged over', async () => {
    const thread = await open();
    drag('dragover', thread.replyBox, 'image');
    await thread.element.updateComplete;
    expect(emphasized(thread)).to.equal('');
  });

  it('are forgotten when another ticket is shown', async () => {
    const thread = await open();
    paste(thread.replyBox, 'image');
    await thread.waitUntil(() => emphasized(thread) !== '');
    await thread.showTicket('moving-house');
    await thread.waitUntil(() => thread.messages.length > 0);
    expect(emphasized(thread)).to.equal('');
  });

  it('are to be described if there is no address', async () => {
    const thread = await open({contact: {telephone: '+44 1632 960142'}});
    expect(thread.text).to.include(en['pictures.describe']);
    expect(thread.element.renderRoot.querySelector('.field-hint a')).to.equal(null);
  });

  for (const address of ['a@b?bcc=c@d.example', 'javascript:alert(1)', 'two words@b.example']) {
    it(`have no link to what is not an address: ${address}`, async () => {
      const thread = await open({contact: {email: address}});
      expect(thread.text).to.include(en['pictures.describe']);
      expect(thread.element.renderRoot.querySelector('.field-hint a')).to.equal(null);
    });
  }

  it('are refused also while the configuration cannot be loaded', async () => {
    desk = createBrowserDesk();
    desk.faults.set({path: '/customer/ticket-config', times: Infinity}, faultKinds.answer(503));
    const thread = await ThreadHarness.mount(desk, slug);
    await waitForNetworkIdle(desk);
    expect(thread.text).not.to.include(en['pictures.describe']);
    expect(drag('drop', thread.replyBox, 'image').defaultPrevented).to.be.true;
    await thread.waitUntil(() => emphasized(thread) === en['pictures.describe']);
  });

  it('are none of the elements’ business if the server takes attachments', async () => {
    const {features} = (await (await createBrowserDesk().fetch('/api/customer/ticket-config')).json()) as DeskConfig;
    const thread = await open({features: {...features, attachments: true}});
    expect(thread.text).not.to.include(email);
    expect(drag('drop', thread.replyBox, 'image').defaultPrevented).to.be.false;
  });

  it('have an address that is written from left to right in Arabic, and pass axe', async () => {
    registerLocale('ar', ar);
    desk = createBrowserDesk();
    const thread = await ThreadHarness.mount(desk, 'night-drops', {properties: {locale: 'ar'}});
    await waitForNetworkIdle(desk);
    const link = thread.element.renderRoot.querySelector('.field-hint a')!;
    expect(getComputedStyle(link).direction).to.equal('ltr');
    expect(link.textContent).to.equal(email);
    link.scrollIntoView();
    await thread.expectAccessible();
  });

  it('pass axe in light and dark when they are refused', async () => {
    const thread = await open();
    paste(thread.replyBox, 'image');
    await thread.waitUntil(() => emphasized(thread) !== '');
    await expectAccessibleInBothSchemes(thread);
  });
});
