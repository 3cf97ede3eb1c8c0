import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {SignInEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {clickNavigates} from '../../support/click-navigates.js';
import {createFullDesk} from '../../support/full-desk.js';
import type {Harness} from '../../support/harness.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {getByRole, queryAllByRole} from '../../support/role-queries.js';
import {SupportHarness, type SupportOptions} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const signInUrl = '/login?from=support';
const contact = 'tel:+44-1632-960000 mailto:help@isp.example https://isp.example/help';
const ofPage = ['tel:+44-1632-960000', 'mailto:help@isp.example', 'https://isp.example/help'];
const ofConfig = ['tel:+441632960142', 'mailto:support@brindlemoor.example', 'https://brindlemoor.example/help'];

const links = (element: Element): HTMLAnchorElement[] => queryAllByRole(element, 'link') as HTMLAnchorElement[];
const contactsIn = (element: Element): (string | null)[] =>
  links(element)
    .map(link => link.getAttribute('href'))
    // The link for pictures has a subject.
    .filter(href => href !== signInUrl && !href?.includes('?subject='));

for (const width of ['narrow', 'wide'] as const) {
  describe(`failures of <isp-support> with 60 tickets, ${width}`, () => {
    let desk: BrowserDesk;

    beforeEach(async () => {
      await setViewport({width: width === 'wide' ? 1280 : 360, height: 740});
      desk = await createFullDesk();
    });

    async function mount({properties, ...options}: SupportOptions = {}): Promise<SupportHarness> {
      const support = await SupportHarness.mount(desk, {
        width,
        ...options,
        properties: {contact, signInUrl, ...properties},
      });
      await waitForNetworkIdle(desk);
      return support;
    }

    const signIn = (harness: Harness): HTMLElement => getByRole(harness.element, 'link', en['error.signIn']);

    const endSession = async (support: SupportHarness): Promise<void> => {
      desk.faults.set({times: Infinity}, faultKinds.answer(401));
      await support.element.refresh();
      await support.waitUntil(() => support.text.includes(en['error.unauthenticated']));
    };

    it('offer a customer who is not signed in to sign in, and other ways to reach us', async () => {
      const support = await mount({username: null});
      expect(support.text).to.include(en['error.signedOut']).and.to.include(en['contact.heading']);
      expect(signIn(support).getAttribute('href')).to.equal(signInUrl);
      expect(contactsIn(support.element)).to.eql(ofPage);
      await support.expectAccessible();
    });

    it('fire isp-sign-in when the customer presses Sign in, and lead there unless it is cancelled', async () => {
      const support = await mount({username: null});
      const events: Event[] = [];
      let isCancelled = false;
      support.element.parentElement!.addEventListener(SignInEvent.type, event => {
        events.push(event);
        if (isCancelled) event.preventDefault();
      });
      expect(clickNavigates(signIn(support))).to.be.true;
      isCancelled = true;
      expect(clickNavigates(signIn(support))).to.be.false;
      expect(events).to.have.length(2);
      expect(events[0]).to.be.instanceOf(SignInEvent).and.to.include({bubbles: true, composed: true, cancelable: true});
    });

    for (const url of ['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,<p>', 'https://', '']) {
      it(`never lead to ${JSON.stringify(url)}`, async () => {
        const support = await mount({username: null, properties: {signInUrl: url, contact: url.replace(/\s/g, '')}});
        expect(links(support.element)).to.be.empty;
        expect(support.text).to.equal(en['error.signedOut']);
      });
    }

    it('keep what is written when the session ends, to be copied, beside Sign in and the configured contacts', async () => {
      const support = await mount();
      await support.openNewTicketForm();
      await waitForNetworkIdle(desk);
      await support.form.fill({subject: 'Dead', description: 'No light at all.'});
      await endSession(support);
      expect(signIn(support).getAttribute('href')).to.equal(signInUrl);
      // Folded, because the text stays in view.
      expect(contactsIn(support.element)).to.be.empty;
      support.element.renderRoot.querySelector('summary')!.click();
      expect(contactsIn(support.element)).to.eql(ofConfig);
      expect(support.form.values).to.include({subject: 'Dead', description: 'No light at all.'});
      await support.expectAccessible();
      const copied: string[] = [];
      const clipboard = {writeText: async (text: string) => void copied.push(text)};
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
      try {
        await support.pressButton(en['contact.copyText']);
        await support.waitUntil(() => support.lastAnnouncement === en['contact.textCopied']);
      } finally {
        Reflect.deleteProperty(navigator, 'clipboard');
      }
      expect(copied).to.eql(['Dead\n\nNo light at all.']);
    });

    it('select what is written if it may not be copied', async () => {
      const support = await mount();
      await support.openSeededTicket('evening-slowdown');
      await support.thread.typeReply('It came again.');
      await endSession(support);
      const clipboard = {writeText: () => Promise.reject(new DOMException('', 'NotAllowedError'))};
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
      try {
        await support.pressButton(en['contact.copyText']);
        const {replyBox} = support.thread;
        await support.waitUntil(() => replyBox.selectionEnd === 'It came again.'.length);
        expect(replyBox.selectionStart).to.equal(0);
        expect(support.focusedElement === replyBox).to.be.true;
      } finally {
        Reflect.deleteProperty(navigator, 'clipboard');
      }
    });

    for (const [username, code] of [
      ['tomas.reyes', 'forbidden'],
      ['old.account', 'gone'],
    ] as const) {
      it(`show other ways to reach us to an account that is refused: ${code}`, async () => {
        const support = await mount({username});
        await support.waitUntil(() => support.text.includes(en[`error.${code}`]));
        expect(contactsIn(support.element)).to.eql(ofPage);
        expect(links(support.element)).to.have.length(3);
        await support.expectAccessible();
      });
    }

    for (const [name, fault, code] of [
      ['the server is down', faultKinds.answer(503), 'unavailable'],
      ['the server cannot be reached', faultKinds.dropRequest, 'network'],
      ['a captive portal answers', faultKinds.html, 'bad_response'],
    ] as const) {
      it(`show other ways to reach us, after the page’s own, if ${name}`, async () => {
        desk.faults.set({times: Infinity}, fault);
        const support = await mount();
        expect(support.list.text).to.include(en[`error.${code}`]).and.to.include(en['contact.heading']);
        expect(contactsIn(support.list.element)).to.eql(ofPage);
        const {element} = support.list;
        const slot = element.renderRoot.querySelector('slot[name=fallback]')!;
        const heading = element.renderRoot.querySelector('.contacts')!;
        expect(slot.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
        await support.list.expectAccessible();
      });
    }

    it('lead back to the tickets, and to other ways to reach us, if there is no such ticket', async () => {
      const support = await mount();
      support.element.showTicket('no-such-ticket');
      await support.waitUntil(() => support.thread.text.includes(en['error.not_found']));
      await support.waitUntil(() => contactsIn(support.thread.element).join() === ofConfig.join());
      expect(support.thread.hasButton(en['error.backToList'])).to.be.true;
    });

    it('have the number of the ticket that cannot be loaded at hand', async () => {
      const support = await mount();
      const row = support.list.rows[3]!;
      const number = /TKT-\S+/.exec(row.textContent ?? '')?.[0];
      desk.faults.set({method: 'GET', path: '/customer/tickets/*', times: Infinity}, faultKinds.answer(503));
      row.querySelector<HTMLElement>('.row-open')!.click();
      await support.waitUntil(() => support.thread.text.includes(en['thread.failed']));
      const {text} = support.thread;
      expect(text.replace(/[\u2066\u2069]/g, '')).to.include(en['contact.number'].replace('{number}', number!));
      await support.thread.expectAccessible();
    });
  });
}
