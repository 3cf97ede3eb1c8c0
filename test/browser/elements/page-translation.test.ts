import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {FormHarness} from '../../support/form-harness.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {ListHarness} from '../../support/list-harness.js';
import {replacementStyles, textOf, translatePage} from '../../support/page-translator.js';
import {SupportHarness} from '../../support/support-harness.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'evening-slowdown';
const ticketId = seededTicketId(slug);

for (const [style, replace] of Object.entries(replacementStyles)) {
  describe(`page translator that ${style}`, () => {
    let desk: BrowserDesk;
    let errors: string[];

    const onError = ({reason}: PromiseRejectionEvent): void => {
      errors.push(String(reason));
    };

    beforeEach(() => {
      desk = createBrowserDesk();
      errors = [];
      addEventListener('unhandledrejection', onError);
    });

    afterEach(() => {
      removeEventListener('unhandledrejection', onError);
      expect(errors).to.be.empty;
    });

    const translate = (element: Element): void => translatePage(element, replace);

    it('leaves the text as it is', async () => {
      const {element} = await ThreadHarness.mount(desk, slug);
      await waitForNetworkIdle(desk);
      const before = textOf(element);
      translate(element);
      translate(element);
      element.requestUpdate();
      await element.updateComplete;
      expect(textOf(element)).to.equal(before);
    });

    it('does not hide changes of the status, the priority, the replies and the next step of a ticket', async () => {
      const thread = await ThreadHarness.mount(desk, slug);
      for (const status of ['resolved', 'open', 'pending', 'with_third_party', 'closed']) {
        translate(thread.element);
        await desk.staff.setStatus(ticketId, status);
        await desk.staff.reply(ticketId, `It is ${status} now.`);
        await desk.staff.setStatus(ticketId, status);
        await thread.element.refresh();
        await thread.waitUntil(() => thread.lastMessage.text === `It is ${status} now.`);
        const untouched = await ThreadHarness.mount(desk, slug);
        const label = en[`status.${status}` as keyof typeof en] ?? 'With third party';
        expect(thread.status).to.equal(label);
        await thread.waitUntil(() => textOf(thread.element).endsWith(textOf(untouched.element).slice(-60)));
        untouched.element.remove();
      }
    });

    it('does not hide changes of the counts, times and statuses in a list', async () => {
      const list = await ListHarness.mount(desk);
      for (const status of ['resolved', 'in_progress']) {
        translate(list.element);
        await desk.staff.reply(ticketId, 'News.');
        await desk.staff.setStatus(ticketId, status);
        await desk.staff.setStatus(seededTicketId('moving-house'), status);
        await list.element.refresh();
        const untouched = await ListHarness.mount(desk);
        await list.waitUntil(() => textOf(list.element) === textOf(untouched.element));
        untouched.element.remove();
      }
    });

    it('does not hide failures, and what follows them', async () => {
      const list = await ListHarness.mount(desk);
      // The provider's name comes with the configuration.
      await waitForNetworkIdle(desk);
      const before = textOf(list.element);
      translate(list.element);
      const unset = desk.faults.set({path: '/**', times: Infinity}, faultKinds.answer(400));
      await list.element.refresh();
      await list.waitUntil(() => textOf(list.element).includes(en['error.stale']));
      translate(list.element);
      unset();
      await list.element.refresh();
      await list.waitUntil(() => textOf(list.element) === before);
    });

    it('does not hide errors and hints of the form, the ticket that was created, and the next form', async () => {
      const form = await FormHarness.mount(desk);
      await waitForNetworkIdle(desk);
      const empty = textOf(form.element);
      translate(form.element);
      await form.pressCreate();
      await form.waitUntil(() => textOf(form.element).includes(en['form.subject.required']));
      translate(form.element);
      await form.fill({subject: 'Slow', description: 'Since Monday.', category: 'Wi-Fi', priority: 'High'});
      expect(textOf(form.element)).to.include(en['priority.high.hint']);
      expect(form.errorSummary).to.equal('');
      translate(form.element);
      await form.pressCreate();
      await form.waitUntilCreated();
      translate(form.element);
      await form.pressButton(en['form.another']);
      await form.waitUntil(() => form.subjectInput);
      const text = textOf(form.element);
      expect(text.slice(text.indexOf(en['form.heading']))).to.equal(empty.slice(empty.indexOf(en['form.heading'])));
    });

    it('does not hide the status of a reply, from writing it to its delivery', async () => {
      const thread = await ThreadHarness.mount(desk, slug);
      translate(thread.element);
      await thread.typeReply('Still slow.');
      translate(thread.element);
      const held = faultKinds.hold();
      desk.faults.set({method: 'POST'}, held.fault);
      await thread.pressSend();
      await held.arrived;
      expect(thread.lastMessage.deliveryState).to.equal(en['unsent.sending']);
      translate(thread.element);
      held.release();
      await thread.waitUntil(() => thread.lastMessage.deliveryState === '');
      await thread.waitUntil(() => thread.lastAnnouncement.trim() === en['composer.sent']);
    });

    it('does not hide another ticket, another language, another customer, and the end of the session', async () => {
      const support = await SupportHarness.mount(desk, {width: 'wide'});
      translate(support.element);
      await support.openSeededTicket(slug);
      translate(support.element);
      await support.openSeededTicket('moving-house');
      translate(support.element);
      support.element.locale = 'en-AU';
      support.element.timeZone = 'Europe/Berlin';
      await support.element.updateComplete;
      translate(support.element);
      support.element.token = await desk.tokenFor('harbour.view');
      await support.waitUntil(() => support.list.subjects.length === 3);
      expect(textOf(support.element)).not.to.include('Slow speeds');
      translate(support.element);
      await support.element.logout();
      await support.waitUntil(() => textOf(support.element).startsWith(en['error.unauthenticated']));
    });

    it('can show the original again', async () => {
      const thread = await ThreadHarness.mount(desk, slug);
      await waitForNetworkIdle(desk);
      const before = textOf(thread.element);
      const originals: (() => void)[] = [];
      translatePage(thread.element, text => {
        const font = document.createElement('font');
        font.append(`«${text.data}»`);
        text.replaceWith(font);
        originals.push(() => font.replaceWith(text));
      });
      thread.element.headingLevel = 2;
      thread.element.requestUpdate();
      await thread.element.updateComplete;
      expect(textOf(thread.element)).to.include('«Slow speeds in the evening»');
      for (const restore of originals) restore();
      await thread.element.updateComplete;
      thread.element.requestUpdate();
      await thread.element.updateComplete;
      expect(textOf(thread.element)).to.equal(before);
    });
  });
}

describe('translate attribute', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const translates = (element: Element, selector: string): boolean =>
    element.shadowRoot!.querySelector<HTMLElement>(selector)!.translate;

  it('keeps translators from texts in the reader’s language, and not from what people wrote', async () => {
    expect(navigator.language).to.match(/^en/);
    const {element} = await ThreadHarness.mount(desk, slug);
    expect(translates(element, '.turn')).to.be.false;
    expect(translates(element, '[part~=send]')).to.be.false;
    for (const written of ['.heading bdi', '[part~=text] [role=paragraph]'])
      expect(translates(element, written)).to.be.true;
    const list = await ListHarness.mount(desk);
    expect(translates(list.element, '.row-open')).to.be.true;
    expect(translates(list.element, '.status')).to.be.false;
  });

  it('lets translators translate texts in another language', async () => {
    const {element} = await ThreadHarness.mount(desk, slug, {
      properties: {locale: 'fi', messages: {'composer.send': 'Lähetä'}},
    });
    expect(translates(element, '[part~=send]')).to.be.true;
  });
});
