import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import type {DeskConfig} from '../../../demo/desk/config.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createTranslator} from '../../support/translator.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';
import {requestsTo} from '../../support/desk-api.js';
import {layoutShiftDuring} from '../../support/layout-shift.js';
import {mountFullSupport, supportWidths} from '../../support/mount-full-support.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import type {SupportHarness} from '../../support/support-harness.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const t = createTranslator('en');
const usual = t('hear.usual', {duration: '2 hours'});
const hours = t('hear.hours', {hours: 'Monday to Friday 8:00–20:00, Saturday 9:00–17:00'});
const channels = t('hear.channels', {channels: `${t('channel.email')}, ${t('channel.whatsapp')}, and a notice here`});
const all = [usual, hours, channels, t('hear.contactDetails')];

const answering = (answers: DeskConfig['answers']): {config: Partial<DeskConfig>} => ({
  config: {translations: {}, ...(answers && {answers})},
});

describe('when the customer hears from support', () => {
  let desk: BrowserDesk;

  for (const width of supportWidths) {
    describe(`in <isp-support> with 60 tickets, ${width} pixels wide`, () => {
      let support: SupportHarness;

      beforeEach(async () => {
        ({desk, support} = await mountFullSupport(width));
      });

      it('is said when a ticket was created, with the way to send a picture', async () => {
        await support.openNewTicketForm();
        await support.form.fill({subject: 'No connection', description: 'Since this morning.'});
        await support.form.pressCreate();
        await support.form.waitUntilCreated();
        for (const line of all) expect(support.form.text).to.include(line);
        const link = support.form.element.renderRoot.querySelector<HTMLAnchorElement>('a')!;
        expect(link.href).to.equal(`mailto:support@brindlemoor.example?subject=${support.form.createdTicketNumber}`);
        await support.form.expectAccessible();
      });

      for (const layout of ['page', 'app'] as const) {
        it(`moves nothing when the configuration arrives after the thread, in the layout ${layout}`, async () => {
          support.element.layout = layout;
          const held = faultKinds.hold();
          desk.faults.set({path: '/customer/ticket-config'}, held.fault);
          await support.openSeededTicket('charged-twice');
          const {thread} = support;
          thread.replyBox.scrollIntoView({block: 'center'});
          // The messages above get their height as they come into view.
          for (let frames = 0; frames < 20; frames++) await nextFrame();
          const {top} = thread.replyBox.getBoundingClientRect();
          const shift = await layoutShiftDuring(async () => {
            held.release();
            await thread.waitUntil(() => thread.hasButton(en['answer.solved']));
          });
          expect(thread.replyBox.getBoundingClientRect().top).to.equal(top);
          expect(shift).to.be.at.most(0.01);
        });
      }

      it('is said below the ticket after the customer has replied, without moving the reply box up', async () => {
        await desk.staff.reply(seededTicketId('red-los-light'), 'Is it still red?');
        await support.openSeededTicket('red-los-light');
        const {thread} = support;
        await waitForNetworkIdle(desk);
        expect(thread.text).not.to.include(usual);
        await thread.sendReply('Yes.');
        await thread.waitUntil(() => thread.text.includes(usual));
        for (const line of all) expect(thread.text).to.include(line);
      });
    });
  }

  const open = async (slug: string, locale = ''): Promise<ThreadHarness> => {
    const thread = await ThreadHarness.mount(desk, slug, {properties: {locale}});
    await waitForNetworkIdle(desk);
    return thread;
  };

  it('is said while support has the ticket, and passes axe', async () => {
    desk = createBrowserDesk();
    const thread = await open('red-los-light');
    for (const line of all) expect(thread.text).to.include(line);
    await expectAccessibleInBothSchemes(thread);
  });

  for (const slug of ['evening-slowdown', 'wifi-bedroom', 'charged-twice', 'router-replaced']) {
    it(`is not said when it is not support’s turn: ${slug}`, async () => {
      desk = createBrowserDesk();
      const thread = await open(slug);
      for (const line of all) expect(thread.text).not.to.include(line);
    });
  }

  it('is not said if the operator has configured nothing', async () => {
    desk = createBrowserDesk(answering({}));
    const thread = await open('red-los-light');
    expect(thread.text).not.to.match(/usually|Opening hours|let you know|contact details/);
  });

  it('asks for contact details if the customer is told on this page only', async () => {
    desk = createBrowserDesk(answering({channels: ['portal']}));
    const thread = await open('red-los-light');
    expect(thread.text).to.include(en['hear.portal']);
    expect(thread.text).not.to.include(en['hear.contactDetails']);
  });

  it('can be worded by the page', async () => {
    desk = createBrowserDesk(answering({usual_minutes: 30}));
    const properties = {messages: {'hear.usual': 'Give us {duration}'}};
    const thread = await ThreadHarness.mount(desk, 'red-los-light', {properties});
    await thread.waitUntil(() => thread.text.includes('Give us 30 minutes'));
  });

  it('is requested along with the ticket, once', async () => {
    desk = createBrowserDesk();
    await open('red-los-light');
    expect(requestsTo(desk, 'GET', /ticket-config$/)).to.have.length(1);
    expect(desk.requests.findIndex(({path}) => /ticket-config$/.test(path))).to.be.below(2);
  });
});
