import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import type {DeskConfig} from '../../../demo/desk/config.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ReplySubmitEvent} from '../../../src/contract/ticket-events.js';
import {ar} from '../../../src/i18n/locales/ar.js';
import {en} from '../../../src/i18n/locales/en.js';
import {registerLocale} from '../../../src/i18n/registry.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';
import {requestsTo, type DeskTicket} from '../../support/desk-api.js';
import type {MountOptions} from '../../support/mount.js';
import {mountFullSupport, supportWidths} from '../../support/mount-full-support.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {getByRole} from '../../support/role-queries.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {ScreenReaderLog} from '../../support/screen-reader-log.js';
import type {SupportHarness} from '../../support/support-harness.js';
import {ThreadHarness} from '../../support/thread-harness.js';
import {pressKeys} from '../../support/keyboard.js';
import {setViewport} from '../../support/viewport.js';

const {'answer.solved': solved, 'answer.notSolved': notSolved, 'answer.anyUpdate': anyUpdate} = en;
const all = [solved, notSolved, anyUpdate];
const operatorText = 'Yes, it is solved. Thank you!';
const posted = {method: 'POST', path: '/customer/tickets/*/replies'};
const resolved = 'charged-twice';

const repliesPosted = (desk: BrowserDesk): number => requestsTo(desk, 'POST', /replies$/).length;

const withWords: Partial<DeskConfig> = {
  quick_replies: {
    resolved_yes: operatorText,
    resolved_no: 'It is still not working.',
    any_update: 'Hi, any update on this? Still seeing the issue.',
  },
};
const withoutWords: Partial<DeskConfig> = {translations: {}};

describe('quick answers', () => {
  let desk: BrowserDesk;

  const open = async (slug: string, options?: MountOptions): Promise<ThreadHarness> => {
    const thread = await ThreadHarness.mount(desk, slug, options);
    await waitForNetworkIdle(desk);
    return thread;
  };
  const offeredIn = (thread: ThreadHarness): string[] => all.filter(name => thread.hasButton(name));

  /** The desk’s ticket as it would be `hours` later. */
  const age = (slug: string, hours: number): unknown =>
    desk.faults.set(
      {path: `/customer/tickets/${seededTicketId(slug)}`, times: Infinity},
      rewriteResponse<DeskTicket>(ticket => {
        const earlier = (time: string): string => new Date(Date.parse(time) - hours * 3_600_000).toISOString();
        const replies = ticket.replies.map(reply => ({...reply, created_at: earlier(reply.created_at)}));
        return {...ticket, created_at: earlier(ticket.created_at), replies};
      }),
    );

  for (const width of supportWidths) {
    describe(`in <isp-support> with 60 tickets, ${width} pixels wide`, () => {
      let support: SupportHarness;

      beforeEach(async () => {
        ({desk, support} = await mountFullSupport(width, {config: withWords}));
        await support.openSeededTicket(resolved);
        await waitForNetworkIdle(desk);
      });

      it('send that the problem is solved with one press, as any reply, and say so once', async () => {
        const {thread} = support;
        const submitted: string[] = [];
        support.element.addEventListener(ReplySubmitEvent.type, event => submitted.push(event.message));
        const log = new ScreenReaderLog(support.element.parentElement!);
        await thread.pressButton(solved);
        await thread.waitUntil(() => thread.status === en['status.open']);
        expect(submitted).to.deep.equal([operatorText]);
        expect(thread.lastMessage.text).to.include(operatorText);
        expect(thread.replyBox.value).to.equal('');
        expect(offeredIn(thread)).to.deep.equal([]);
        expect(repliesPosted(desk)).to.equal(1);
        expect(log.readAnnouncements().at(-1)).to.equal(en['thread.reopened']);
      });

      it('leave the keyboard of a phone closed after they were sent', async () => {
        await support.thread.pressButton(solved);
        expect(support.focusedElement?.localName).to.equal('ol');
      });

      it('open the reply box for what is still wrong, and send nothing', async () => {
        const {thread} = support;
        await thread.pressButton(notSolved);
        expect(thread.replyBox.value).to.equal('It is still not working.');
        expect(support.focusedElement).to.equal(thread.replyBox);
        expect(thread.replyBox.selectionStart).to.equal(thread.replyBox.value.length);
        await waitForNetworkIdle(desk);
        expect(repliesPosted(desk)).to.equal(0);
        await thread.pressSend();
        await thread.waitUntil(() => thread.status === en['status.open']);
      });

      it('do not move the reply box when the customer writes', async () => {
        const {thread} = support;
        thread.replyBox.scrollIntoView({block: 'center'});
        const {top} = thread.replyBox.getBoundingClientRect();
        await thread.typeReply('I');
        expect(offeredIn(thread)).to.deep.equal([]);
        expect(thread.replyBox.getBoundingClientRect().top).to.equal(top);
      });

      it('are within the view and 44 pixels high', () => {
        for (const name of [solved, notSolved]) {
          const {left, right, height} = support.thread.button(name).getBoundingClientRect();
          expect(height).to.be.at.least(44);
          expect(left).to.be.at.least(0);
          expect(right).to.be.at.most(innerWidth);
        }
      });
    });
  }

  describe('of a resolved ticket', () => {
    beforeEach(() => {
      desk = createBrowserDesk({config: withWords});
    });

    it('say that a reply opens the ticket again', async () => {
      const thread = await open(resolved);
      expect(offeredIn(thread)).to.deep.equal([solved, notSolved]);
      expect(thread.text).to.include(en['composer.reopens']);
    });

    it('do not ask again when staff resolve the ticket that was confirmed as solved', async () => {
      const thread = await open(resolved);
      await thread.pressButton(solved);
      await thread.waitUntil(() => thread.status === en['status.open']);
      await desk.staff.setStatus(seededTicketId(resolved), 'resolved');
      await thread.waitUntil(() => thread.status === en['status.resolved']);
      expect(offeredIn(thread)).to.deep.equal([notSolved]);
    });

    it('have texts of their own if the operator has none', async () => {
      desk = createBrowserDesk({config: withoutWords});
      const thread = await open(resolved);
      await thread.pressButton(notSolved);
      expect(thread.replyBox.value).to.equal('');
      expect(thread.focusedElement).to.equal(thread.replyBox);
      await thread.pressButton(solved);
      expect(thread.lastMessage.text).to.include(en['answer.solved.text']);
    });

    it('have the page’s texts', async () => {
      desk = createBrowserDesk({config: withoutWords});
      const messages = {'answer.solved': 'All fine', 'answer.solved.text': 'All is fine.'};
      const thread = await open(resolved, {properties: {messages}});
      await thread.pressButton('All fine');
      expect(thread.lastMessage.text).to.include('All is fine.');
    });

    it('keep the text in the reply box if the page cancels the event', async () => {
      const thread = await open(resolved);
      thread.element.addEventListener(ReplySubmitEvent.type, event => event.preventDefault(), {once: true});
      await thread.pressButton(solved);
      expect(thread.replyBox.value).to.equal(operatorText);
      expect(thread.focusedElement).to.equal(thread.replyBox);
      expect(repliesPosted(desk)).to.equal(0);
    });

    it('wait for the connection as any reply, and are not offered meanwhile', async () => {
      const thread = await open(resolved);
      desk.faults.set({...posted, times: Infinity}, faultKinds.dropRequest);
      await thread.pressButton(solved);
      await thread.waitUntil(() => thread.lastMessage.deliveryState.includes(en['error.network']));
      expect(thread.status).to.equal(en['status.resolved']);
      expect(offeredIn(thread)).to.deep.equal([]);
      desk.faults.clear();
      await thread.pressButton(en['unsent.retry']);
      await thread.waitUntil(() => thread.status === en['status.open']);
      expect(thread.lastMessage.text).to.include(operatorText);
    });

    it('are not offered if the ticket takes no more replies', async () => {
      await desk.staff.setAcceptsReplies(seededTicketId(resolved), false);
      expect(offeredIn(await open(resolved))).to.deep.equal([]);
    });

    it('are not offered while there is a draft, and never replace it', async () => {
      const thread = await open(resolved);
      await thread.typeReply('What I write');
      expect(offeredIn(thread)).to.deep.equal([]);
      await thread.typeReply('');
      expect(offeredIn(thread)).to.deep.equal([solved, notSolved]);
      // A dictated text, of which no event has told the element.
      thread.replyBox.value = 'Dictated';
      await thread.pressButton(notSolved);
      expect(thread.replyBox.value).to.equal('Dictated');
      expect(repliesPosted(desk)).to.equal(0);
    });

    it('send nothing of their own if the reply box has text that no event has told of', async () => {
      const thread = await open(resolved);
      thread.replyBox.value = 'Dictated';
      await thread.pressButton(solved);
      expect(thread.replyBox.value).to.equal('Dictated');
      await waitForNetworkIdle(desk);
      expect(repliesPosted(desk)).to.equal(0);
    });

    for (const [property, name] of [
      ['resolved_yes', solved],
      ['resolved_no', notSolved],
    ] as const) {
      it(`are switched off by the operator: ${property}`, async () => {
        desk = createBrowserDesk({config: {translations: {}, quick_replies: {[property]: false}}});
        expect(offeredIn(await open(resolved))).to.deep.equal([solved, notSolved].filter(each => each !== name));
      });
    }

    it('are not offered while the configuration is unknown: the operator may have switched them off', async () => {
      desk.faults.set({path: '/customer/ticket-config', times: Infinity}, faultKinds.answer(503));
      const thread = await open(resolved);
      expect(offeredIn(thread)).to.deep.equal([]);
      expect(thread.hasReplyBox).to.be.true;
    });

    it('work by keyboard, after Send', async () => {
      const thread = await open(resolved);
      thread.replyBox.focus();
      await pressKeys('Tab', 'Tab');
      expect(thread.focusedElement).to.equal(thread.button(solved));
      await pressKeys('Tab');
      expect(thread.focusedElement).to.equal(thread.button(notSolved));
      await pressKeys('Enter');
      expect(thread.focusedElement).to.equal(thread.replyBox);
    });

    it('pass axe in light and dark', async () => {
      await expectAccessibleInBothSchemes(await open(resolved));
    });

    it('begin at the right in a language that is written from right to left', async () => {
      registerLocale('ar', ar);
      await setViewport({width: 1280, height: 740});
      const thread = await open(resolved, {properties: {locale: 'ar'}});
      const yes = thread.button(ar['answer.solved'] as string).getBoundingClientRect();
      const no = thread.button(ar['answer.notSolved'] as string).getBoundingClientRect();
      expect(yes.left).to.be.above(no.right);
      const box = getByRole(thread.element, 'textbox', ar['composer.label'] as string).getBoundingClientRect();
      expect(yes.right).to.be.closeTo(box.right, 1);
      await thread.expectAccessible();
    });
  });

  describe('of a ticket in silence', () => {
    const waiting = 'red-los-light';

    beforeEach(() => {
      desk = createBrowserDesk({config: withWords});
    });

    it('ask for news politely, to be edited first', async () => {
      age(waiting, 30);
      const thread = await open(waiting);
      expect(offeredIn(thread)).to.deep.equal([anyUpdate]);
      await thread.pressButton(anyUpdate);
      expect(thread.replyBox.value).to.equal('Hi, any update on this? Still seeing the issue.');
      expect(thread.focusedElement).to.equal(thread.replyBox);
      expect(repliesPosted(desk)).to.equal(0);
    });

    it('ask at most once a day', async () => {
      age(waiting, 30);
      const thread = await open(waiting);
      await thread.pressButton(anyUpdate);
      desk.faults.clear();
      await thread.pressSend();
      await thread.waitUntil(() => thread.replies.length === 1);
      await waitForNetworkIdle(desk);
      age(waiting, 20);
      await thread.element.refresh();
      expect(offeredIn(thread)).to.deep.equal([]);
    });

    it('are not offered on the first day', async () => {
      expect(offeredIn(await open(waiting))).to.deep.equal([]);
    });

    it('are switched off by the operator', async () => {
      desk = createBrowserDesk({config: {translations: {}, quick_replies: {any_update: false}}});
      age(waiting, 30);
      expect(offeredIn(await open(waiting))).to.deep.equal([]);
    });
  });
});
