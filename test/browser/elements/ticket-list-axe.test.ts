import '../../../src/define/isp-ticket-list.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {createTicket} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';

const path = '/customer/tickets';

const openWide = async (desk: BrowserDesk, width = 960): Promise<ListHarness> => {
  const list = await ListHarness.mount(desk);
  list.element.parentElement!.style.inlineSize = `${width}px`;
  return list;
};

const withManyTickets = async (desk: BrowserDesk): Promise<ListHarness> => {
  for (let count = 0; count < 8; count++) await createTicket(desk, {subject: `Extra ${count}`, description: 'More.'});
  return ListHarness.mount(desk);
};

const loading = async (desk: BrowserDesk): Promise<ListHarness> => {
  const held = faultKinds.hold();
  desk.faults.set({path}, held.fault);
  const list = await ListHarness.mount(desk, {waitForReady: false});
  await held.arrived;
  return list;
};

const states: Record<string, (desk: BrowserDesk) => Promise<ListHarness>> = {
  wide: desk => openWide(desk),
  narrow: desk => openWide(desk, 320),
  'with links': desk => ListHarness.mount(desk, {properties: {ticketUrl: '#{id}'}}),
  'with a current row': desk => ListHarness.mount(desk, {properties: {ticketId: seededTicketId('evening-slowdown')}}),
  'with heading level 4': desk => ListHarness.mount(desk, {properties: {headingLevel: 4}}),
  loading: loading,
  empty: () => ListHarness.mount(createBrowserDesk({seed: 'empty'})),

  failed: desk => {
    desk.faults.set({path}, faultKinds.html);
    return ListHarness.mount(desk);
  },

  refreshing: async desk => {
    const list = await ListHarness.mount(desk);
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    void list.element.refresh();
    await list.waitUntil(() => list.isRefreshing);
    return list;
  },

  'out of date': async desk => {
    const list = await ListHarness.mount(desk);
    desk.faults.set({path}, faultKinds.html);
    await list.element.refresh();
    await list.waitUntil(() => list.text.includes(en['error.stale']));
    return list;
  },

  'after the session has ended': async desk => {
    const list = await ListHarness.mount(desk);
    desk.faults.set({path}, faultKinds.answer(401));
    await list.element.refresh();
    await list.waitUntil(() => list.text.includes(en['error.unauthenticated']));
    return list;
  },

  'with more pages': withManyTickets,

  'while the next page loads': async desk => {
    const list = await withManyTickets(desk);
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.hasButton(en['list.moreLoading']));
    return list;
  },

  'when the next page failed to load': async desk => {
    const list = await withManyTickets(desk);
    desk.faults.set({path}, faultKinds.html);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.text.includes(en['list.moreFailed']));
    return list;
  },
};

describe('<isp-ticket-list> passes axe in light and dark', () => {
  for (const [name, open] of Object.entries(states)) {
    it(name, async () => {
      await expectAccessibleInBothSchemes(await open(createBrowserDesk()));
    });
  }
});
