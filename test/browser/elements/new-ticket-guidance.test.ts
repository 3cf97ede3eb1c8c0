import {expect} from '@open-wc/testing';

import '../../../src/define/isp-new-ticket.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {FormHarness} from '../../support/form-harness.js';
import {queryAllByRole} from '../../support/role-queries.js';
import {rewriteResponse} from '../../support/rewrite-response.js';

/** What the portal’s documentation asks customers to include, by category. */
const expectedGuidance: Record<string, RegExp[]> = {
  'Slow speed': [/plan|promise/i, /measure/i, /device/i, /wi-fi/i, /cable|wire/i, /time of day/i, /restart|reboot/i],
  'No internet': [/stopped working/i, /every device|all devices/i, /lights/i, /off and on|power/i],
  'Wi-Fi': [
    ...[/since when|start/i, /devices/i, /lights/i, /off and on|power/i],
    ...[/wi-fi name/i, /password/i, /far|range/i, /everywhere|drop/i],
  ],
  Billing: [/invoice number/i, /date/i, /amount/i],
  General: [/trying to do/i, /happened/i, /tried/i],
  'Something else': [/trying to do/i, /happened/i, /tried/i],
};

describe('<isp-new-ticket> guidance', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  for (const [category, points] of Object.entries(expectedGuidance)) {
    it(`lists what to include for the category ${category}`, async () => {
      const form = await FormHarness.mount(desk);
      await form.fill({category});
      for (const point of points) expect(form.guidanceText).to.match(point);
    });
  }

  it('differs between all categories that have guidance of their own', async () => {
    const form = await FormHarness.mount(desk);
    const guidanceTexts: string[] = [];
    for (const category of Object.keys(expectedGuidance).slice(0, 5)) {
      await form.fill({category});
      guidanceTexts.push(form.guidanceText);
    }
    expect(new Set(guidanceTexts).size).to.equal(5);
  });

  it('is part of the accessible description of the description field', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({category: 'Billing'});
    expect(form.descriptionOf(form.descriptionInput)).to.equal(
      [en['guidance.heading'], ...en['guidance.billing'].split('\n')].join(' '),
    );
    await form.pressCreate();
    expect(form.descriptionOf(form.descriptionInput))
      .to.include(en['form.description.required'])
      .and.match(/amount/);
  });

  it('has no landmark or live region of its own', async () => {
    const form = await FormHarness.mount(desk);
    expect(queryAllByRole(form.element, 'complementary')).to.eql([]);
    expect(form.guidanceElement.closest('[aria-live]')).to.equal(null);
  });

  it('is visible from the start and while the customer writes', async () => {
    const form = await FormHarness.mount(desk);
    const before = form.guidanceText;
    expect(before).to.match(/trying to do/i);
    await form.fill({description: 'I want to watch television.'});
    expect(form.guidanceText).to.equal(before);
  });

  it('tells customers what support already knows', async () => {
    const form = await FormHarness.mount(desk);
    expect(form.guidanceText).to.include(en['guidance.known']);
  });

  it('prefers the operator’s hint from the server', async () => {
    const own = rewriteResponse<{categories: {value: string}[]}>(config => ({
      ...config,
      categories: config.categories.map(choice =>
        choice.value === 'wifi' ? {...choice, hint: 'Which of our boxes\nWhich floor'} : choice,
      ),
    }));
    desk.faults.set({path: '/customer/ticket-config'}, own);
    const form = await FormHarness.mount(desk);
    await form.fill({category: 'Wi-Fi'});
    await form.waitUntil(() => form.guidanceText.includes('Which floor'));
    expect(form.guidanceText)
      .to.include('Which of our boxes')
      .and.not.to.match(/password/i);
    await form.fill({category: 'Billing'});
    expect(form.guidanceText).to.match(/invoice number/i);
  });

  it('prefers the page’s message', async () => {
    const form = await FormHarness.mount(desk, {properties: {messages: {'guidance.wifi': 'Which room'}}});
    await form.fill({category: 'Wi-Fi'});
    expect(form.guidanceText)
      .to.include('Which room')
      .and.not.to.match(/password/i);
  });

  it('is beside the description in a wide container and above it in a narrow one', async () => {
    const form = await FormHarness.mount(desk);
    const box = form.element.parentElement!;
    const places = (): [guidance: DOMRect, description: DOMRect] => [
      form.guidanceElement.getBoundingClientRect(),
      form.descriptionInput.getBoundingClientRect(),
    ];
    box.style.width = '1000px';
    const [beside, field] = places();
    expect(beside.left >= field.right || beside.right <= field.left).to.be.true;
    expect(Math.abs(beside.top - field.top)).to.be.below(40);
    box.style.width = '360px';
    const [above, narrowField] = places();
    expect(above.bottom).to.be.at.most(narrowField.top);
    expect(above.right).to.be.at.most(box.getBoundingClientRect().right);
  });
});
