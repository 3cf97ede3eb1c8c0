import {expect, fixture, html} from '@open-wc/testing';

import '../../../src/define/all.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import type {TicketElement} from '../../../src/elements/ticket-element.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {captureConsoleInEachTest} from '../../support/captured-console.js';
import {elementTags, type ElementTag} from '../../support/element-tags.js';
import {Harness} from '../../support/harness.js';
import {mount, type MountOptions} from '../../support/mount.js';
import {nextEvent} from '../../support/next-event.js';
import {queryAllByRole} from '../../support/role-queries.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

/** The banner stays hidden: it is on every page of the portal. */
const noticeFor = (tag: ElementTag, notice: string): string => (tag === 'isp-reply-banner' ? '' : notice);

/** The notice of an account that the server has refused: it can be asked again. */
const refusalNotice = (notice: string): string => `${notice} ${en['error.retry']}`;

const controls = (element: Element): HTMLElement[] =>
  ['button', 'link', 'textbox', 'combobox', 'radio'].flatMap(role => queryAllByRole(element, role));

for (const tag of elementTags) {
  describe(`<${tag}> account states`, () => {
    captureConsoleInEachTest();
    let desk: BrowserDesk;

    beforeEach(() => {
      desk = createBrowserDesk();
    });

    const open = async (options: MountOptions): Promise<Harness> => {
      const properties = {ticketId: seededTicketId('evening-slowdown'), ...options.properties};
      const element: TicketElement = await mount(tag, desk, {...options, properties: properties});
      const harness = new Harness(element);
      // The form is rendered before the server has refused the account.
      await waitForNetworkIdle(desk);
      return harness;
    };

    const expectNotice = (harness: Harness, notice: string): void => {
      expect(harness.text).to.equal(noticeFor(tag, notice));
      const retry = harness.text.endsWith(en['error.retry']) ? 1 : 0;
      expect(controls(harness.element)).to.have.length(retry);
      expect(queryAllByRole(harness.element, 'alert')).to.be.empty;
    };

    it('shows the signed-out notice and makes no request when there is no token', async () => {
      const harness = await open({username: null});
      expectNotice(harness, en['error.signedOut']);
      expect(desk.requests).to.be.empty;
    });

    for (const [kind, token] of Object.entries({
      'is not a JWT': 'rubbish',
      'has an invalid signature': 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl',
    })) {
      it(`shows the session-ended notice when the token ${kind}`, async () => {
        const harness = await open({username: null, properties: {token}});
        const notice = refusalNotice(en['error.unauthenticated']);
        await harness.waitUntil(() => harness.text === noticeFor(tag, notice));
        expectNotice(harness, notice);
        expect(desk.requests.map(request => request.status)).not.to.include(200);
      });
    }

    for (const {username, status, code} of [
      {username: 'tomas.reyes', status: 403, code: 'forbidden'},
      {username: 'old.account', status: 410, code: 'gone'},
    ] as const) {
      it(`shows a notice with Retry as its only control when the account is refused with ${status}`, async () => {
        const harness = await open({username});
        const notice = refusalNotice(en[`error.${code}`]);
        await harness.waitUntil(() => harness.text === noticeFor(tag, notice));
        expectNotice(harness, notice);
      });

      it(`dispatches isp-error when the account is refused with ${status}`, async () => {
        const main = await fixture<HTMLElement>(html`<main></main>`);
        const failed = nextEvent(main, SupportErrorEvent);
        const element = document.createElement(tag);
        const ticketId = seededTicketId('evening-slowdown');
        Object.assign(element, {apiBase: '/api', fetch: desk.fetch, token: await desk.tokenFor(username), ticketId});
        main.append(element);
        expect(await failed).to.include({code, status, retryable: false, bubbles: true, composed: true});
      });
    }

    it('makes no further request by itself after the server has refused the account', async () => {
      const harness = await open({username: 'tomas.reyes'});
      const notice = refusalNotice(en['error.forbidden']);
      await harness.waitUntil(() => harness.text === noticeFor(tag, notice));
      const requestCount = desk.requests.length;
      harness.element.requestUpdate();
      await harness.element.updateComplete;
      expect(desk.requests).to.have.length(requestCount);
      expectNotice(harness, notice);
    });

    it('shows the misconfigured notice and dispatches isp-error when api-base has a query string', async () => {
      const reported = nextEvent(document.body, SupportErrorEvent);
      const harness = await open({properties: {apiBase: 'https://portal.example/api?tenant=7'}});
      expectNotice(harness, en['error.misconfigured']);
      expect(await reported).to.include({code: 'misconfigured', retryable: false});
      expect(desk.requests).to.be.empty;
    });

    it('shows the fallback slot when no customer is signed in', async () => {
      const harness = await open({username: null});
      const telephone = document.createElement('p');
      telephone.slot = 'fallback';
      telephone.textContent = 'Call us: 0800 123';
      harness.element.append(telephone);
      expect(telephone.checkVisibility()).to.equal(tag !== 'isp-reply-banner');
    });

    it('passes axe when signed out, with an invalid token and with a refused account', async () => {
      for (const options of [
        {username: null},
        {username: null, properties: {token: 'rubbish'}},
        {username: 'tomas.reyes'},
        {username: 'old.account'},
      ]) {
        const harness = await open(options);
        await harness.expectAccessible();
      }
    });

    it('renders its content when a token is set later', async () => {
      const harness = await open({username: null});
      harness.element.token = await desk.tokenFor();
      await harness.waitUntil(
        () => !harness.text.includes(en['error.signedOut']) && controls(harness.element).length > 0,
      );
    });
  });
}
