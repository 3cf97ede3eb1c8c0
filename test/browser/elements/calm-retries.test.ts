import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import type {Fault} from '../../../demo/desk/faults.js';
import {en} from '../../../src/i18n/locales/en.js';
import {FakeTime} from '../../support/fake-time.js';
import {createFullDesk} from '../../support/full-desk.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {ScreenReaderLog} from '../../support/screen-reader-log.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const slug = 'evening-slowdown';

const outages: Record<string, [Fault, string]> = {
  'the server answers 503': [faultKinds.answer(503), en['error.unavailable']],
  'requests are lost': [faultKinds.dropRequest, en['error.network']],
  'a captive portal answers': [faultKinds.html, en['error.bad_response']],
};

const waitingText = (reason: string): string => en['unsent.savedInPage'].replace('{reason}', reason);

for (const width of ['narrow', 'wide'] as const) {
  describe(`automatic attempts in <isp-support> with 60 tickets, ${width}`, () => {
    let desk: BrowserDesk;
    let support: SupportHarness;
    let log: ScreenReaderLog;
    let time: FakeTime | undefined;

    beforeEach(async () => {
      await setViewport({width: width === 'wide' ? 1280 : 360, height: 740});
      desk = await createFullDesk();
      support = await SupportHarness.mount(desk, {width});
      await waitForNetworkIdle(desk);
      log = new ScreenReaderLog(support.element.parentElement!);
    });

    afterEach(() => time?.restore());

    /** The announcements without the focused elements. */
    const announcements = (): string[] => log.readAnnouncements().filter(text => !text.startsWith('→'));

    /** Waits for a condition while time passes: a read that was under way is repeated after a moment. */
    const waitUntil = (condition: () => unknown): Promise<void> =>
      support.waitUntil(() => {
        time!.advance(100);
        return condition();
      });

    /** Lets a minute pass in which every request fails. Returns what changed in an element meanwhile. */
    async function passMinute(element: Element): Promise<string[]> {
      const changes: string[] = [];
      const observer = new MutationObserver(records => changes.push(...records.map(describeMutation)));
      observer.observe(element, {subtree: true, childList: true, characterData: true, attributes: true});
      const {length: before} = desk.requests;
      for (let second = 0; second < 60; second++) {
        await time!.advanceAsync(1000);
        await nextFrame();
      }
      observer.disconnect();
      expect(desk.requests).to.have.length.above(before + 3);
      return changes;
    }

    const describeMutation = ({type, target, attributeName}: MutationRecord): string =>
      `${type} ${attributeName ?? ''} ${target.nodeName} ${target.textContent}`;

    async function endOutage(): Promise<void> {
      desk.faults.clear();
      time?.restore();
      dispatchEvent(new Event('online'));
    }

    for (const [name, [fault, reason]] of Object.entries(outages)) {
      it(`say once that a reply waits and once that it was sent, and change nothing at it, if ${name} for a minute`, async () => {
        await support.openSeededTicket(slug);
        await waitForNetworkIdle(desk);
        announcements();
        desk.faults.set({path: '/**', times: Infinity}, fault);
        time = new FakeTime();
        await support.thread.sendReply('It came again.');
        const reply = (): HTMLElement => support.thread.messageContaining('It came again.').element;
        await waitUntil(() => reply().textContent?.includes(waitingText(reason)));
        expect(await passMinute(reply())).to.eql([]);
        await endOutage();
        await support.waitUntil(() => support.thread.lastMessage.deliveryState === '');
        expect(announcements()).to.eql([waitingText(reason), en['composer.sent']]);
      });

      it(`say once that a ticket waits, and change nothing at it, if ${name} for a minute`, async () => {
        await support.openNewTicketForm();
        await waitForNetworkIdle(desk);
        announcements();
        desk.faults.set({path: '/**', times: Infinity}, fault);
        time = new FakeTime();
        await support.form.fill({subject: 'Dead', description: 'No light at all.'});
        await support.form.pressCreate();
        await waitUntil(() => support.form.text.includes(waitingText(reason)));
        expect(await passMinute(support.form.element.renderRoot.querySelector('.created')!)).to.eql([]);
        await endOutage();
        await support.form.waitUntilCreated();
        await support.waitUntil(() => support.form.lastAnnouncement !== '');
        expect(announcements()).to.eql([waitingText(reason), en['form.created.next']]);
      });
    }

    it('say nothing but that it was sent if a reply is sent at once', async () => {
      await support.openSeededTicket(slug);
      await waitForNetworkIdle(desk);
      announcements();
      await support.thread.sendReply('It came again.');
      await support.waitUntil(() => support.thread.lastAnnouncement !== '');
      await waitForNetworkIdle(desk);
      expect(announcements()).to.eql([en['composer.sent']]);
      const regions = support.thread.lastMessage.element.querySelectorAll('[role=status], [role=alert], [aria-live]');
      expect(regions).to.have.length(0);
    });
  });
}
