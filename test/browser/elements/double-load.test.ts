import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {define} from '../../../src/define/define.js';
import {TicketListElement} from '../../../src/elements/ticket-list/ticket-list.js';
import {createBrowserDesk} from '../../../demo/desk/browser.js';
import {elementTags} from '../../support/element-tags.js';
import {ListHarness} from '../../support/list-harness.js';

/** Imports a define module a second time. The query makes it another module for the browser. */
const loadAgain = (name: string): Promise<unknown> =>
  import(new URL(`../../../src/define/${name}.ts?again`, import.meta.url).href);

describe('loading the script twice', () => {
  for (const tag of elementTags) {
    it(`keeps the first definition of <${tag}>`, async () => {
      const first = customElements.get(tag);
      await loadAgain(tag);
      expect(first).to.be.a('function');
      expect(customElements.get(tag)).to.equal(first);
    });
  }

  it('keeps the first class when the second comes from another copy', () => {
    define('isp-ticket-list', class extends HTMLElement {});
    expect(customElements.get('isp-ticket-list')).to.equal(TicketListElement);
  });

  it('defines elements that the first copy did not have', () => {
    class LateElement extends HTMLElement {}
    define('isp-of-a-later-version', LateElement);
    expect(customElements.get('isp-of-a-later-version')).to.equal(LateElement);
  });

  it('leaves elements that work and share their requests', async () => {
    const desk = createBrowserDesk();
    const before = await ListHarness.mount(desk, {username: 'harbour.view'});
    await loadAgain('all');
    const after = await ListHarness.mount(desk, {username: 'harbour.view'});
    expect([before.subjects.length, after.subjects.length]).to.eql([3, 3]);
    expect(desk.requests).to.have.length(1);
  });
});

describe('element classes', () => {
  it('can be defined under another tag name', async () => {
    class OwnList extends TicketListElement {}
    customElements.define('portal-tickets', OwnList);
    const desk = createBrowserDesk();
    const list = document.createElement('portal-tickets') as OwnList;
    Object.assign(list, {apiBase: '/api', fetch: desk.fetch, token: await desk.tokenFor('harbour.view')});
    document.body.append(list);
    const harness = new ListHarness(list);
    await harness.waitUntil(() => harness.subjects.length === 3);
    list.remove();
  });
});
