import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId} from '../../../demo/desk/browser.js';
import {mount} from '../../support/mount.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

/** If the page navigates, the runner reports this file as failed. */
describe('native form submission, for example by an extension,', () => {
  for (const [tag, field] of [
    ['isp-new-ticket', 'input[type=text]'],
    ['isp-ticket-thread', 'textarea'],
  ] as const) {
    for (const submit of ['submit', 'requestSubmit'] as const) {
      it(`does not navigate and sends nothing: ${submit}() in <${tag}>`, async () => {
        const desk = createBrowserDesk();
        const element = await mount(tag, desk, {properties: {ticketId: seededTicketId('evening-slowdown')}});
        const {href} = location;
        const input = element.shadowRoot!.querySelector<HTMLInputElement>(field)!;
        input.value = 'Nothing works';
        input.dispatchEvent(new InputEvent('input', {bubbles: true}));
        try {
          element.shadowRoot!.querySelector('form')![submit]();
        } catch (error) {
          // Firefox has no way to submit a form with the method "dialog" outside of a dialog.
          expect((error as Error).name).to.equal('NS_ERROR_FAILURE');
        }
        await waitForNetworkIdle(desk);
        expect(location.href).to.equal(href);
        expect(input.value).to.equal('Nothing works');
        expect(desk.requests.filter(({method}) => method === 'POST')).to.be.empty;
      });
    }
  }
});
