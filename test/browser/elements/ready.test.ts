import {expect, fixture, html} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ReadyEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {elementTags, type ElementTag} from '../../support/element-tags.js';
import {deepMarkup} from '../../support/deep-markup.js';
import {nextTask} from '../../support/next-task.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

describe('an element that the page’s script has yet to give a token', () => {
  let desk: BrowserDesk;
  let token: string;

  beforeEach(async () => {
    desk = createBrowserDesk();
    token = await desk.tokenFor();
  });

  /** An element as the parser makes it of the page, before a script sets what is no attribute. */
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
      it(`says nothing of it, and is ready once, with what was asked for: ${what} of <${tag}>`, async () => {
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

    it(`says that nobody is signed in when no script does, and is ready once: <${tag}>`, async () => {
      const {element, ready} = await parsed(tag);
      await nextTask();
      await element.updateComplete;
      expect(saysSignedOut(element)).to.equal(tag !== 'isp-reply-banner');
      expect(ready).to.have.length(1);
      element.token = token;
      await waitForNetworkIdle(desk);
      expect(saysSignedOut(element)).to.be.false;
      expect(ready).to.have.length(1);
    });
  }
});
