import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {undoTime} from '../../../src/state/undo-time.js';
import {MemoryStorage} from '../../../src/storage/memory-storage.js';
import {fetchSeededTicket, fetchTickets} from '../../support/desk-api.js';
import {FakeTime} from '../../support/fake-time.js';
import {createFullDesk} from '../../support/full-desk.js';
import type {Harness} from '../../support/harness.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {accessibleNameOf, queryAllByRole} from '../../support/role-queries.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const slug = 'evening-slowdown';
const text = 'It came again.';
const [retry, edit, discard, undo] = [en['unsent.retry'], en['unsent.edit'], en['unsent.discard'], en['unsent.undo']];

for (const width of ['narrow', 'wide'] as const) {
  describe(`what waits in <isp-support> with 60 tickets, ${width}`, () => {
    let desk: BrowserDesk;
    let support: SupportHarness;
    let storage: MemoryStorage;

    beforeEach(async () => {
      await setViewport({width: width === 'wide' ? 1280 : 360, height: 740});
      desk = await createFullDesk();
      storage = new MemoryStorage();
      support = await SupportHarness.mount(desk, {width, properties: {storage}});
      await waitForNetworkIdle(desk);
    });

    const stored = async (): Promise<string> => JSON.stringify([...(await storage.entries(''))]);

    const buttonNames = (): string[] =>
      queryAllByRole(support.thread.lastMessage.element, 'button').map(accessibleNameOf);

    /** Presses a button as a keyboard user does. */
    function press(harness: Harness, name: string): HTMLElement {
      const button = harness.button(name);
      button.focus();
      button.click();
      return button;
    }

    /** Sends a reply while nothing is reachable. */
    async function waitForNetwork(): Promise<void> {
      await support.openSeededTicket(slug);
      await waitForNetworkIdle(desk);
      desk.faults.set({path: '/**', times: Infinity}, faultKinds.dropRequest);
      await support.thread.sendReply(text);
      await support.waitUntil(() => support.thread.hasButton(edit));
    }

    function reconnect(): void {
      desk.faults.clear();
      dispatchEvent(new Event('online'));
    }

    const deliveredTexts = async (): Promise<string[]> =>
      (await fetchSeededTicket(desk, slug)).replies.map(({message}) => message);

    it('can be edited after the connection was lost, and arrives once, as it was edited', async () => {
      await waitForNetwork();
      expect(buttonNames()).to.eql([retry, edit, discard]);
      press(support.thread, edit);
      await support.waitUntil(() => support.thread.replyBox.value === text);
      expect(support.focusedElement === support.thread.replyBox).to.be.true;
      await support.thread.typeReply('It came again at noon.');
      await support.thread.pressSend();
      reconnect();
      await support.waitUntil(
        () =>
          support.thread.lastMessage.text === 'It came again at noon.' &&
          support.thread.lastMessage.deliveryState === '',
      );
      expect((await deliveredTexts()).slice(3)).to.eql(['It came again at noon.']);
    });

    it('is not sent as it was edited without asking if it has arrived before', async () => {
      await support.openSeededTicket(slug);
      await waitForNetworkIdle(desk);
      desk.faults.set({method: 'POST', times: Infinity}, faultKinds.dropAnswer);
      desk.faults.set({method: 'GET', times: Infinity}, faultKinds.dropRequest);
      await support.thread.sendReply(text);
      await support.waitUntil(() => support.thread.hasButton(edit));
      press(support.thread, edit);
      await support.waitUntil(() => support.thread.replyBox.value === text);
      await support.thread.typeReply('It came again at noon.');
      await support.thread.pressSend();
      reconnect();
      const {thread} = support;
      await support.waitUntil(() => thread.lastMessage.deliveryState.includes(en['error.uncertain']));
      expect(thread.messageContaining(text).deliveryState).to.equal('');
      expect(buttonNames()).to.eql([en['unsent.sendAgain'], edit, discard]);
      expect((await deliveredTexts()).slice(3)).to.eql([text]);
    });

    it('can be edited behind another message', async () => {
      await waitForNetwork();
      await support.thread.sendReply('And at noon.');
      expect(buttonNames()).to.eql([edit, discard]);
      support.thread.messageContaining('And at noon.').button(edit).click();
      await support.waitUntil(() => support.thread.replyBox.value === 'And at noon.');
      reconnect();
      await support.waitUntil(() => support.thread.lastMessage.deliveryState === '');
      expect((await deliveredTexts()).slice(3)).to.eql([text]);
    });

    it('can be discarded, gone from the device, and restored in its place, with the focus', async () => {
      await waitForNetwork();
      const button = press(support.thread, discard);
      await support.waitUntil(() => support.thread.lastMessage.deliveryState === en['unsent.discarded']);
      expect(await stored()).not.to.include(text);
      expect(support.thread.text).not.to.include(text);
      expect(support.thread.lastAnnouncement).to.equal(`${en['unsent.discarded']} ${undo}`);
      expect(support.focusedElement === button).to.be.true;
      expect(buttonNames()).to.eql([undo]);
      await support.thread.expectAccessible();
      button.click();
      await support.waitUntil(() => support.thread.lastMessage.text === text);
      expect(await stored()).to.include(text);
      expect(support.focusedElement === button).to.be.true;
      reconnect();
      await support.waitUntil(() => support.thread.lastMessage.deliveryState === '');
      expect((await deliveredTexts()).slice(3)).to.eql([text]);
    });

    it('cannot be restored after some seconds, and nothing moves then', async () => {
      await waitForNetwork();
      const time = new FakeTime();
      try {
        press(support.thread, discard);
        await support.waitUntil(() => support.thread.hasButton(undo));
        support.thread.replyBox.focus();
        const {top} = support.thread.replyBox.getBoundingClientRect();
        await time.advanceAsync(undoTime);
        await support.waitUntil(() => !support.thread.hasButton(undo));
        expect(support.thread.replyBox.getBoundingClientRect().top).to.be.closeTo(top, 0.5);
        expect(support.thread.lastMessage.deliveryState).to.equal(en['unsent.discarded']);
      } finally {
        time.restore();
      }
    });

    it('cannot be restored after the customer has logged out', async () => {
      await waitForNetwork();
      press(support.thread, discard);
      await support.waitUntil(() => support.thread.hasButton(undo));
      const {thread} = support;
      await support.element.logout();
      await support.waitUntil(() => !thread.element.isConnected || !thread.hasButton(undo));
      expect(await stored()).not.to.include(text);
    });

    it('can be restored and edited as a new ticket', async () => {
      await support.openNewTicketForm();
      await waitForNetworkIdle(desk);
      desk.faults.set({path: '/**', times: Infinity}, faultKinds.dropRequest);
      await support.form.fill({subject: 'Dead', description: 'No light at all.'});
      await support.form.pressCreate();
      await support.waitUntil(() => support.form.hasButton(edit));
      press(support.form, discard);
      await support.waitUntil(() => support.form.hasButton(undo));
      expect(await stored()).not.to.include('No light');
      press(support.form, undo);
      await support.waitUntil(() => support.form.hasButton(edit));
      press(support.form, edit);
      await support.waitUntil(() => support.form.subjectInput.value === 'Dead');
      await support.form.fill({subject: 'Dead router'});
      await support.form.pressCreate();
      reconnect();
      await support.form.waitUntilCreated();
      const subjects = (await fetchTickets(desk)).map(({subject}) => subject);
      expect(subjects.filter(subject => subject.startsWith('Dead'))).to.eql(['Dead router']);
    });

    for (const place of ['thread', 'form'] as const) {
      it(`a draft that was discarded is gone from the device, and can be restored: ${place}`, async () => {
        const open = async (): Promise<void> => {
          if (place === 'thread') await support.openSeededTicket(slug);
          else await support.openNewTicketForm();
          await waitForNetworkIdle(desk);
        };
        const box = (): HTMLTextAreaElement =>
          place === 'thread' ? support.thread.replyBox : support.form.descriptionInput;
        await open();
        const name = place === 'thread' ? en['composer.label'] : en['form.description'];
        await support[place].typeInto(name, text);
        await support.waitUntil(async () => (await stored()).includes(text));
        support.element.remove();
        support = await SupportHarness.mount(desk, {width, properties: {storage}});
        await open();
        await support.waitUntil(() => box().value === text && support[place].hasButton(discard));
        const button = press(support[place], discard);
        await support.waitUntil(() => support[place].hasButton(undo));
        expect(await stored()).not.to.include(text);
        expect(box().value).to.equal('');
        expect(support.focusedElement === button).to.be.true;
        button.click();
        await support.waitUntil(() => box().value === text);
        expect(await stored()).to.include(text);
      });
    }
  });
}
