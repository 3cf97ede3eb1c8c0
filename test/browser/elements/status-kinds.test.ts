import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {forEachColorScheme} from '../../support/color-schemes.js';
import {createFullDesk} from '../../support/full-desk.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const slug = 'evening-slowdown';
const config = {path: '/customer/ticket-config', times: Infinity};

/** An operator's own statuses, and the built-in ones that they are shown as. */
const own = [
  {value: 'engineer_booked', label: 'Engineer booked', kind: 'open', shownAs: 'open'},
  {value: 'documents_missing', label: 'Documents missing', kind: 'waiting', shownAs: 'pending'},
  {value: 'merged', label: 'Merged', kind: 'done', shownAs: 'closed'},
] as const;

describe('<isp-support> with 60 tickets and statuses of the operator’s own', () => {
  let desk: BrowserDesk;

  beforeEach(async () => {
    desk = await createFullDesk();
    const statuses = own.map(({value, label, kind}) => ({value, label, kind}));
    desk.faults.set(
      config,
      rewriteResponse<object>(known => ({...known, statuses})),
    );
  });

  async function openAt(status: string, width: 'narrow' | 'wide' = 'wide'): Promise<SupportHarness> {
    await setViewport({width: width === 'wide' ? 1280 : 360, height: 740});
    await desk.staff.setStatus(seededTicketId(slug), status);
    const support = await SupportHarness.mount(desk, {width});
    if (width === 'narrow') support.element.parentElement!.style.width = '100%';
    await support.openSeededTicket(slug);
    await waitForNetworkIdle(desk);
    return support;
  }

  const turnOf = ({thread}: SupportHarness): HTMLElement =>
    thread.element.renderRoot.querySelector<HTMLElement>('[part~=turn]')!;

  /** What a status looks like in the thread, in both colour schemes. */
  async function lookOf(support: SupportHarness): Promise<object> {
    const looks: object[] = [];
    await forEachColorScheme(support, async () => {
      const turn = turnOf(support);
      const {color} = getComputedStyle(turn.querySelector('[part~=status]')!);
      const {backgroundColor} = getComputedStyle(turn);
      looks.push({color, backgroundColor, icon: turn.querySelector('path')!.getAttribute('d')});
    });
    return looks;
  }

  for (const width of ['narrow', 'wide'] as const) {
    for (const {value, label, kind, shownAs} of own) {
      it(`has the sentence, the colours and the icon of ${shownAs} for one that is ${kind}, in a ${width} page`, async () => {
        const builtIn = await openAt(shownAs, width);
        const look = await lookOf(builtIn);
        builtIn.element.remove();
        const support = await openAt(value, width);
        expect(support.thread.status).to.equal(label);
        expect(support.thread.nextStep).to.equal(en[`turn.${shownAs}`]);
        expect(await lookOf(support)).to.eql(look);
        const {left, right} = turnOf(support).getBoundingClientRect();
        expect([left, right].every(edge => edge >= 0 && edge <= innerWidth)).to.be.true;
      });
    }
  }

  it('has a button to reply for one that is waiting, and none for the others', async () => {
    for (const [status, count] of [
      ['documents_missing', 1],
      ['engineer_booked', 0],
      ['merged', 0],
    ] as const) {
      const support = await openAt(status);
      expect(turnOf(support).querySelectorAll('button')).to.have.lengthOf(count);
      support.element.remove();
    }
  });

  it('says that a reply reopens one that is done, and of no other', async () => {
    for (const [status, hasHint] of [
      ['merged', true],
      ['engineer_booked', false],
      ['documents_missing', false],
    ] as const) {
      const support = await openAt(status);
      expect(support.thread.replyBoxDescription.includes(en['composer.reopens'])).to.equal(hasHint);
      support.element.remove();
    }
  });

  it('lists one that is done with the closed tickets', async () => {
    const support = await openAt('merged');
    const subject = support.thread.heading.innerText;
    const listed = (): boolean => support.list.rows.some(row => row.innerText.includes(subject));
    await support.list.pressButton(en['list.filter.open']);
    await waitForNetworkIdle(desk);
    await support.waitUntil(() => !listed());
    await support.list.pressButton(en['list.filter.closed']);
    await waitForNetworkIdle(desk);
    await support.waitUntil(listed);
  });

  for (const [what, status] of [
    ['a status of the operator’s own', 'documents_missing'],
    ['another one', 'engineer_booked'],
    ['a built-in one', 'pending'],
  ] as const) {
    it(`moves nothing if the configuration comes after the ticket: ${what}`, async () => {
      await desk.staff.setStatus(seededTicketId(slug), status);
      const held = faultKinds.hold();
      desk.faults.set({...config, times: 1}, held.fault);
      const support = await SupportHarness.mount(desk, {width: 'wide'});
      support.element.ticketId = seededTicketId(slug);
      const isTicket = ({path}: {path: string}): boolean => path.endsWith(`/tickets/${seededTicketId(slug)}`);
      await support.waitUntil(() => desk.requests.some(request => isTicket(request) && request.status === 200));
      for (let frames = 0; frames < 20; frames++) await nextFrame();
      const topOf = (): number | undefined => support.thread.messages[0]?.element.getBoundingClientRect().top;
      const top = topOf();
      held.release();
      await waitForNetworkIdle(desk);
      await support.waitUntilShown('ticket');
      expect(topOf()).to.equal(top ?? topOf());
      expect(support.thread.nextStep).not.to.equal('');
    });
  }
});
