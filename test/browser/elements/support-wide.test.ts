import {expect, nextFrame} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {queryAllByRole} from '../../support/role-queries.js';
import {SupportHarness} from '../../support/support-harness.js';

const ticketCount = 60;
const pageLength = 20;

/** A desk whose customer has 60 tickets; each that was added has a reply that the customer has not read. */
async function createFullDesk(): Promise<BrowserDesk> {
  const desk = createBrowserDesk();
  const headers = {Authorization: `Bearer ${await desk.tokenFor()}`, 'Content-Type': 'application/json'};
  const {length: seeded} = (await (await desk.fetch('/api/customer/tickets?limit=100', {headers})).json()).data;
  for (let number = seeded + 1; number <= ticketCount; number++) {
    const body = JSON.stringify({subject: `Problem ${number}`, description: 'The line drops.\n'.repeat(30)});
    const response = await desk.fetch('/api/customer/tickets', {method: 'POST', headers, body});
    await desk.staff.reply((await response.json()).id, 'We are looking into it.');
  }
  return desk;
}

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();

describe('<isp-support> with 60 tickets in a wide container', () => {
  let desk: BrowserDesk;
  let support: SupportHarness;

  before(() => setViewport({width: 1280, height: 740}));

  beforeEach(async () => {
    desk = await createFullDesk();
    support = await SupportHarness.mount(desk, {width: 'wide'});
    for (let pages = 2; pages * pageLength <= ticketCount; pages++) {
      await support.list.pressButton(en['list.more']);
      await support.waitUntil(() => support.list.rows.length === pages * pageLength);
    }
  });

  afterEach(() => scrollTo(0, 0));

  /** Waits until nothing is loading and nothing moves. */
  async function settle(): Promise<void> {
    await waitForNetworkIdle(desk);
    for (let frames = 0; frames < 20; frames++) await nextFrame();
  }

  const lastMessage = (): HTMLElement => queryAllByRole(support.thread.element, 'article').at(-1)!;

  async function openRow(index: number): Promise<HTMLElement> {
    const row = support.list.rows[index]!;
    row.scrollIntoView({block: 'center'});
    await settle();
    row.querySelector<HTMLElement>('.row-open')!.click();
    await support.waitUntilShown('ticket');
    await settle();
    return support.list.rows[index]!;
  }

  function expectInView(element: Element): void {
    const {top, bottom} = boxOf(element);
    expect(top).to.be.within(0, innerHeight);
    expect(Math.min(bottom, top + 48)).to.be.within(0, innerHeight);
  }

  for (const index of [5, 20, 40, 59]) {
    it(`shows the ticket and its row after row ${index + 1} was scrolled into view and opened`, async () => {
      const row = await openRow(index);
      expectInView(support.thread.firstUnreadMessage?.element ?? support.thread.heading);
      expectInView(row);
    });
  }

  it('shows the next ticket and its row if another one is open', async () => {
    await openRow(40);
    const row = await openRow(10);
    expectInView(support.thread.firstUnreadMessage?.element ?? support.thread.heading);
    expectInView(row);
  });

  it('draws no row wider than the list after it was scrolled down and up', async () => {
    support.list.rows[0]!.scrollIntoView();
    await settle();
    await openRow(1);
    const {width} = boxOf(support.list.element);
    expect(width).to.be.below(420);
    expect(support.list.rows.filter(row => boxOf(row).width > width)).to.have.length(0);
  });

  it('shows the confirmation after a ticket was created', async () => {
    support.list.rows[40]!.scrollIntoView();
    await settle();
    await support.list.pressButton(en['list.new']);
    await support.waitUntilShown('form');
    await settle();
    expectInView(support.form.heading);
    await support.form.fill({subject: 'No connection', description: 'Since this morning.'});
    support.form.button(en['form.create']).scrollIntoView({block: 'end'});
    await support.form.pressCreate();
    await support.waitUntil(() => support.form.text.includes('is open'));
    await settle();
    expectInView(support.form.heading);
  });

  it('fits into a narrow container after it was scrolled in a wide one', async () => {
    support.list.rows[0]!.scrollIntoView();
    await settle();
    support.element.parentElement!.style.width = '360px';
    await settle();
    const {width} = boxOf(support.list.element);
    expect(support.list.rows.filter(row => boxOf(row).width > width)).to.have.length(0);
  });

  it('keeps the open ticket in view while the list is scrolled, and the list while the ticket is', async () => {
    const row = await openRow(40);
    lastMessage().scrollIntoView({block: 'end'});
    await settle();
    expectInView(row);
    support.list.rows[0]!.scrollIntoView();
    await settle();
    expectInView(lastMessage());
  });
});
