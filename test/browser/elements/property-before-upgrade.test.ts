import {expect, fixture, html} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk} from '../../../demo/desk/browser.js';
import type {SupportElement} from '../../../src/elements/support/support.js';
import type {TicketElement} from '../../../src/elements/ticket-element.js';
import {captureConsoleInEachTest} from '../../support/captured-console.js';
import {elementTags} from '../../support/element-tags.js';
import {Harness} from '../../support/harness.js';

/** Values that no property has by default, by the type of the default. */
const sample = (name: string, initial: unknown): unknown => {
  if (name === 'layout') return 'app';
  if (name === 'history') return 'hash';
  if (typeof initial === 'boolean') return !initial;
  if (typeof initial === 'number') return initial + 1;
  return typeof initial === 'string' ? 'sample' : (): string => '';
};

for (const tag of elementTags) {
  const Defined = customElements.get(tag) as typeof SupportElement;
  const names = [...Defined.elementProperties.keys()].map(String).filter(name => name !== 'token');
  let count = 0;

  /** An element that is defined only after a page has set its properties, as with a deferred script. */
  async function upgraded(properties: object): Promise<TicketElement & Record<string, unknown>> {
    const lateTag = `late-${tag}-${count++}`;
    const main = await fixture<HTMLElement>(html`<main></main>`);
    const element = Object.assign(document.createElement(lateTag), properties);
    main.append(element);
    customElements.define(lateTag, class extends Defined {});
    await (element as TicketElement).updateComplete;
    return element as TicketElement & Record<string, unknown>;
  }

  describe(`a property that is set before <${tag}> is defined`, () => {
    captureConsoleInEachTest();

    for (const name of names) {
      it(`is taken over: ${name}`, async () => {
        const initial = (new Defined() as unknown as TicketElement & Record<string, unknown>)[name];
        const value = sample(name, initial);
        const element = await upgraded({[name]: value});
        expect(element[name]).to.equal(value);
        expect(Object.hasOwn(element, name)).to.be.false;
      });
    }

    for (const way of ['token', 'tokenProvider']) {
      it(`signs the customer in: ${way}`, async () => {
        const desk = createBrowserDesk();
        const token = await desk.tokenFor();
        const signIn = {[way]: way === 'token' ? token : () => token};
        const element = await upgraded({
          apiBase: '/api',
          fetch: desk.fetch,
          persistence: 'none',
          ticketId: 'x',
          ...signIn,
        });
        await new Harness(element).waitUntil(() => desk.requests.some(({status}) => status !== 401));
      });
    }
  });
}
