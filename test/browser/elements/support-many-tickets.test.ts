import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import type {BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createFullDesk} from '../../support/full-desk.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {queryAllByRole} from '../../support/role-queries.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const ticketCount = 60;
const pageLength = 20;

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();

const barHeight = 56;

describe('<isp-support> with 60 tickets', () => {
  let desk: BrowserDesk;
  let support: SupportHarness;
  let bar: HTMLElement;

  /** Mounts it below a fixed bar of the page, with all tickets in the list. */
  async function mount(width: 'narrow' | 'wide'): Promise<void> {
    await setViewport({width: width === 'wide' ? 1280 : 360, height: 740});
    desk = await createFullDesk();
    support = await SupportHarness.mount(desk, {width});
    if (width === 'narrow') resize('100%');
    for (let pages = 2; pages * pageLength <= ticketCount; pages++) {
      await support.list.pressButton(en['list.more']);
      await support.waitUntil(() => support.list.rows.length === pages * pageLength);
    }
  }

  beforeEach(() => {
    bar = document.createElement('header');
    bar.style.cssText = `position: fixed; inset: 0 0 auto; block-size: ${barHeight}px; background: silver; z-index: 1`;
    document.body.prepend(bar);
    document.body.style.paddingBlockStart = `${barHeight}px`;
  });

  afterEach(() => {
    bar.remove();
    document.body.style.paddingBlockStart = '';
    scrollTo(0, 0);
  });

  function resize(width: string): void {
    support.element.parentElement!.style.width = width;
  }

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

  /** Checks that the beginning of an element is below the bar of the page and above the lower edge of the view. */
  function expectInView(element: Element): void {
    const {top, bottom} = boxOf(element);
    expect(top).to.be.within(barHeight, innerHeight);
    expect(Math.min(bottom, top + 48)).to.be.within(barHeight, innerHeight);
  }

  async function createTicket(): Promise<void> {
    await support.list.pressButton(en['list.new']);
    await support.waitUntilShown('form');
    await settle();
    expectInView(support.form.heading);
    await support.form.fill({subject: 'No connection', description: 'Since this morning.'});
    support.form.button(en['form.create']).scrollIntoView({block: 'end'});
    await support.form.pressCreate();
    await support.waitUntil(() => support.form.text.includes('We’ve got your ticket'));
    await settle();
  }

  for (const width of ['narrow', 'wide'] as const) {
    describe(`in a ${width} container`, () => {
      beforeEach(() => mount(width));

      for (const index of [0, 5, 20, 40, 59]) {
        it(`shows the first unread reply at the top after row ${index + 1} was scrolled into view and opened`, async () => {
          await openRow(index);
          const message = support.thread.firstUnreadMessage?.element;
          expect(boxOf(message ?? support.thread.heading).top).to.be.within(barHeight, barHeight + 120);
        });
      }

      it('shows the confirmation after a ticket was created far down the list', async () => {
        support.list.rows[40]!.scrollIntoView();
        await settle();
        await createTicket();
        expectInView(support.form.heading);
      });

      it('returns to the row that was opened', async () => {
        await openRow(40);
        support.element.showList();
        await settle();
        const row = support.list.rows[40]!;
        expectInView(row);
        expect(row.contains(support.focusedElement)).to.be.true;
      });

      for (const view of ['a ticket', 'the form', 'a ticket that is answered'] as const) {
        it(`keeps the rows of the list, and renders none again, on the way back from ${view}`, async () => {
          const {rows} = support.list;
          const changes = new MutationObserver(() => {});
          if (view === 'the form') {
            await support.list.pressButton(en['list.new']);
            await support.waitUntilShown('form');
          } else await openRow(5);
          if (view === 'a ticket that is answered') {
            await support.thread.typeReply('Is there any news?');
            await support.thread.pressButton(en['composer.send']);
            await support.waitUntil(() => lastMessage().textContent.includes('Is there any news?'));
          }
          await settle();
          changes.observe(rows[0]!.parentElement!, {childList: true, subtree: true});
          support.element.showList();
          await settle();
          expect(support.list.rows.length).to.equal(ticketCount);
          expect(support.list.rows.every((row, index) => row === rows[index])).to.be.true;
          expect(changes.takeRecords()).to.be.empty;
          changes.disconnect();
        });
      }

      it('draws no row wider than the list after it was scrolled down and up', async () => {
        support.list.rows[0]!.scrollIntoView();
        await settle();
        resize('320px');
        await settle();
        const {width: listWidth} = boxOf(support.list.element);
        expect(support.list.rows.filter(row => boxOf(row).width > listWidth)).to.have.length(0);
      });
    });
  }

  describe('in a wide container', () => {
    beforeEach(() => mount('wide'));

    it('shows the row of the open ticket, and of the next one', async () => {
      expectInView(await openRow(40));
      expectInView(await openRow(10));
      expectInView(support.thread.firstUnreadMessage!.element);
    });

    it('draws the list beside the ticket, not over it', async () => {
      support.list.rows[0]!.scrollIntoView();
      await settle();
      await openRow(1);
      expect(boxOf(support.list.element).right).to.be.below(boxOf(support.thread.element).left);
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
      expect(boxOf(lastMessage()).bottom).to.be.within(barHeight, innerHeight);
    });
  });
});
