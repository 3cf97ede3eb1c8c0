import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createFullDesk} from '../../support/full-desk.js';
import {mount} from '../../support/mount.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {ScreenReaderLog} from '../../support/screen-reader-log.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const notice = en['error.offline.notice'];

function setOnline(isOnline: boolean): void {
  if (isOnline) Reflect.deleteProperty(navigator, 'onLine');
  else Object.defineProperty(navigator, 'onLine', {configurable: true, value: false});
  dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
}

/** Waits until nothing moves. */
async function settle(): Promise<void> {
  for (let frames = 0; frames < 10; frames++) await nextFrame();
}

/** The cumulative layout shift of an action. */
async function layoutShiftOf(action: () => unknown): Promise<number> {
  let sum = 0;
  const add = (entries: PerformanceEntryList): unknown =>
    entries.map(entry => (sum += (entry as PerformanceEntry & {value: number}).value));
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({type: 'layout-shift'});
  await action();
  await settle();
  add(observer.takeRecords());
  observer.disconnect();
  return sum;
}

/** The lines in an element and those within it that say that the device is offline. */
function linesIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap(element => [
    ...(element.matches('[part=offline]') ? [element] : []),
    ...(element.shadowRoot ? linesIn(element.shadowRoot) : []),
  ]);
}

describe('the line that says that the device is offline', () => {
  afterEach(() => {
    setOnline(true);
    scrollTo(0, 0);
  });

  for (const width of ['narrow', 'wide'] as const) {
    for (const view of ['list', 'ticket', 'form'] as const) {
      it(`is shown and said once, moves nothing and is gone when the device is online again: ${view}, ${width}`, async () => {
        await setViewport({width: width === 'wide' ? 1280 : 360, height: 740});
        const desk = await createFullDesk();
        const support = await SupportHarness.mount(desk, {width});
        if (width === 'narrow') support.element.parentElement!.style.width = '100%';
        await waitForNetworkIdle(desk);
        if (view === 'ticket') await support.openSeededTicket('evening-slowdown');
        if (view === 'form') await support.openNewTicketForm();
        await waitForNetworkIdle(desk);
        scrollTo(0, 300);
        await settle();
        const page = support.element.parentElement!;
        const log = new ScreenReaderLog(page);
        const shift = await layoutShiftOf(async () => {
          setOnline(false);
          await support.waitUntil(() => linesIn(page).length > 0);
        });
        expect(linesIn(page).map(line => line.textContent)).to.eql([notice]);
        const {top, bottom, left, right} = linesIn(page)[0]!.getBoundingClientRect();
        expect(top).to.be.above(innerHeight - 100);
        expect(bottom).to.be.at.most(innerHeight);
        expect(left).to.be.at.least(0);
        expect(right).to.be.at.most(innerWidth);
        await support.expectAccessible();
        const shiftBack = await layoutShiftOf(async () => {
          setOnline(true);
          await support.waitUntil(() => linesIn(page).length === 0);
        });
        expect(log.readAnnouncements()).to.eql([notice]);
        expect(Math.max(shift, shiftBack)).to.be.at.most(0.01);
      });
    }
  }

  it('is shown above a bar that the page keeps at the lower edge of the view', async () => {
    await setViewport({width: 360, height: 740});
    const bar = document.createElement('nav');
    bar.style.cssText = 'position: fixed; inset: auto 0 0; block-size: 56px; background: silver; z-index: 2';
    document.body.append(bar);
    const support = await SupportHarness.mount(createBrowserDesk());
    support.element.parentElement!.style.width = '100%';
    setOnline(false);
    await settle();
    expect(linesIn(support.element.parentElement!)[0]!.getBoundingClientRect().bottom).to.be.closeTo(740 - 56, 1);
    bar.remove();
  });

  describe('in an element of its own', () => {
    let desk: BrowserDesk;

    beforeEach(() => {
      desk = createBrowserDesk();
    });

    for (const tag of ['isp-ticket-list', 'isp-ticket-thread', 'isp-new-ticket'] as const) {
      it(`is shown from the start: ${tag}`, async () => {
        setOnline(false);
        const element = await mount(tag, desk);
        expect(linesIn(element.parentElement!)).to.have.length(1);
      });
    }

    it('is not shown by the banner, which is on every page', async () => {
      setOnline(false);
      const element = await mount('isp-reply-banner', desk);
      expect(linesIn(element.parentElement!)).to.be.empty;
    });

    for (const locale of ['ar', 'de']) {
      it(`stays within the view, whatever the language: ${locale}`, async () => {
        await setViewport({width: 360, height: 740});
        const list = await mount('isp-ticket-list', desk, {properties: {locale}});
        setOnline(false);
        await settle();
        const {left, right, top} = linesIn(list.parentElement!)[0]!.getBoundingClientRect();
        expect(left).to.be.at.least(0);
        expect(right).to.be.at.most(innerWidth);
        expect(top).to.be.at.least(0);
      });
    }
  });
});
