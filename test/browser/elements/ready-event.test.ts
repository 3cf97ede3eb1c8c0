import {expect, fixture, html, waitUntil} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ReadyEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {captureConsoleInEachTest} from '../../support/captured-console.js';
import {elementTags, type ElementTag} from '../../support/element-tags.js';
import {deepMarkup} from '../../support/deep-markup.js';
import {nextTask} from '../../support/next-task.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

describe('element without a token when it is parsed', () => {
  captureConsoleInEachTest();
  let desk: BrowserDesk;
  let token: string;

  beforeEach(async () => {
    desk = createBrowserDesk();
    token = await desk.tokenFor();
  });

  /** An element as the parser creates it, before a script sets its properties. */
  async function parsed(tag: ElementTag) {
    const box = await fixture<HTMLElement>(html`<main></main>`);
    const element = document.createElement(tag);
    const ready: string[] = [];
    element.addEventListener(ReadyEvent.type, () => ready.push(deepMarkup(element)));
    Object.assign(element, {apiBase: '/api', fetch: desk.fetch, ticketId: seededTicketId('evening-slowdown')});
    box.append(element);
    await element.updateComplete;
    return {element, ready};
  }

  const saysSignedOut = (element: Element): boolean => deepMarkup(element).includes(en['error.signedOut']);

  for (const tag of elementTags) {
    for (const [what, properties] of Object.entries({
      token: () => ({token}),
      tokenProvider: () => ({tokenProvider: () => token}),
    })) {
      it(`shows its content and dispatches isp-ready once when a script sets ${what} of <${tag}>`, async () => {
        const {element, ready} = await parsed(tag);
        expect(saysSignedOut(element)).to.be.false;
        expect(ready).to.eql([]);
        Object.assign(element, properties());
        await nextTask();
        await element.updateComplete;
        expect(saysSignedOut(element)).to.be.false;
        await waitForNetworkIdle(desk);
        expect(ready).to.have.length(1);
        expect(ready[0]).not.to.include(en['list.loading']).and.not.to.include(en['thread.loading']);
      });
    }

    it(`shows the signed-out notice and dispatches isp-ready once when no script sets a token: <${tag}>`, async () => {
      const {element, ready} = await parsed(tag);
      // A page has two seconds to fetch a token.
      await waitUntil(() => ready.length > 0, 'isp-ready', {timeout: 4_000});
      expect(saysSignedOut(element)).to.equal(tag !== 'isp-reply-banner');
      expect(ready).to.have.length(1);
      element.token = token;
      await waitForNetworkIdle(desk);
      expect(saysSignedOut(element)).to.be.false;
      expect(ready).to.have.length(1);
    });
  }
});
