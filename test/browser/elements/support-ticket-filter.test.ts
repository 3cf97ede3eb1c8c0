import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {FilterChangeEvent} from '../../../src/contract/ticket-events.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {createTranslator} from '../../support/translator.js';
import {en} from '../../../src/i18n/locales/en.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';
import {createTickets, fetchTickets, requestsTo} from '../../support/desk-api.js';
import {FakeTime} from '../../support/fake-time.js';
import {pressKeys} from '../../support/keyboard.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {accessibleNameOf} from '../../support/role-queries.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const t = createTranslator('en');
const ticketCount = 60;
const widths = {narrow: 360, wide: 1280} as const;
const page = location.href;

const isClosed = ({status}: {readonly status: string}): boolean => ['resolved', 'closed'].includes(status);

describe('the filter of <isp-support> with 60 tickets', () => {
  let desk: BrowserDesk;
  let support: SupportHarness;

  /** A desk whose newest tickets are called `Problem`. Those of the seed are older than the first page. */
  async function createFullDesk(config = {}): Promise<BrowserDesk> {
    const full = createBrowserDesk({config});
    const {length} = await fetchTickets(full);
    await createTickets(full, ticketCount - length, number => `Problem ${number}`);
    return full;
  }

  async function mount(width: keyof typeof widths = 'wide', properties: object = {}): Promise<void> {
    await setViewport({width: widths[width], height: 740});
    support = await SupportHarness.mount(desk, {width, properties});
    support.element.parentElement!.style.width = width === 'narrow' ? '100%' : '1200px';
    await waitForNetworkIdle(desk);
  }

  async function showClosed(): Promise<void> {
    await support.list.pressButton(en['list.filter.closed']);
    await support.list.waitUntil(() => support.list.subjects.includes('Slow again (second ticket, sorry)'));
  }

  /** The queries of the requests that elements have made for the list. */
  const listRequests = (): string[] =>
    requestsTo(desk, 'GET', /tickets$/)
      .map(({search}) => decodeURIComponent(search))
      .filter(search => !search.includes('limit'));

  beforeEach(async () => {
    desk = await createFullDesk();
  });

  afterEach(() => history.replaceState(null, '', page));

  for (const width of ['narrow', 'wide'] as const) {
    describe(`in a ${width} container`, () => {
      beforeEach(() => mount(width));

      it('shows all tickets at first, and asks the server for no others', () => {
        expect(support.list.shownStatus).to.equal(en['list.filter.all']);
        expect(support.list.rows).to.have.length(20);
        expect(listRequests()).to.eql(['']);
      });

      it('shows the closed tickets when Closed is pressed, also those that were not loaded', async () => {
        const expected = (await fetchTickets(desk)).filter(isClosed).map(({subject}) => subject);
        await support.list.pressButton(en['list.filter.closed']);
        await support.list.waitUntil(() => support.list.rows.length === expected.length);
        expect(support.list.subjects).to.eql(expected);
        expect(support.list.shownStatus).to.equal(en['list.filter.closed']);
      });

      it('shows all others when Open is pressed, also with a status of the operator’s own', async () => {
        await support.list.pressButton(en['list.filter.open']);
        await waitForNetworkIdle(desk);
        expect(listRequests()).to.include('?status=open,in_progress,pending,engineer_booked');
        for (let rows = 40; rows <= 40; rows += 20) {
          await support.list.pressButton(en['list.more']);
          await support.list.waitUntil(() => support.list.rows.length === rows);
        }
        await support.list.pressButton(en['list.more']);
        const expected = (await fetchTickets(desk)).filter(ticket => !isClosed(ticket)).map(({subject}) => subject);
        await support.list.waitUntil(() => support.list.rows.length === expected.length);
        expect(support.list.subjects).to.eql(expected.map(subject => subject.replace(/\s+/g, ' ')));
        expect(support.list.subjects).to.include('A second socket in the study');
      });

      it('finds older tickets by subject and by number', async () => {
        await support.list.search('bedroom');
        await support.list.waitUntil(() => support.list.rows.length === 1);
        expect(support.list.subjects).to.eql(['Wi-Fi does not reach the back bedroom']);
        const {ticket_number: number} = (await fetchTickets(desk)).at(-1)!;
        await support.list.search(` ${number.toLowerCase()} `);
        await support.list.waitUntil(() => support.list.rowText('static IP address').includes(number));
      });

      it('says how many tickets were found, once, and offers all tickets if there are none', async () => {
        await support.list.search('slow speeds');
        await support.list.waitUntil(() => support.list.lastAnnouncement === t('list.found', {count: 1}));
        await support.list.search('no such ticket');
        await support.list.waitUntil(() => support.list.text.includes(en['list.notFound']));
        expect(support.list.lastAnnouncement).to.equal(en['list.notFound']);
        support.list.button(en['list.showAll']).focus();
        await pressKeys('Enter');
        await support.list.waitUntil(() => support.list.rows.length === 20);
        expect(support.list.searchField!.value).to.equal('');
        expect(support.list.lastAnnouncement).to.equal(t('list.loaded', {count: 20}));
        expect(support.focusedElement === support.list.heading).to.be.true;
      });

      it('shows all tickets although the customer has just typed something else', async () => {
        await support.list.search('no such ticket');
        await support.list.waitUntil(() => support.list.text.includes(en['list.notFound']));
        const time = new FakeTime();
        await support.list.search('nor this one');
        await support.list.pressButton(en['list.showAll']);
        time.advance(60_000);
        time.restore();
        await support.list.waitUntil(() => support.list.rows.length === 20);
        expect(support.list.searchField!.value).to.equal('');
      });

      it('passes axe in light and dark, with results and without', async () => {
        await support.list.pressButton(en['list.filter.closed']);
        await support.list.waitUntil(() => support.list.lastAnnouncement);
        await expectAccessibleInBothSchemes(support);
        await support.list.search('no such ticket');
        await support.list.waitUntil(() => support.list.text.includes(en['list.notFound']));
        await expectAccessibleInBothSchemes(support);
      });

      it('is kept when a ticket is opened and closed again', async () => {
        await showClosed();
        await support.openTicket('Slow again (second ticket, sorry)');
        support.element.showList();
        await support.waitUntilShown('list');
        expect(support.list.shownStatus).to.equal(en['list.filter.closed']);
        expect(support.list.subjects).to.include('Slow again (second ticket, sorry)');
      });

      it('makes no request for each letter', async () => {
        await support.list.search('bedroom');
        await support.list.waitUntil(() => support.list.rows.length === 1);
        await waitForNetworkIdle(desk);
        expect(listRequests()).to.eql(['', '?search=bedroom']);
      });
    });
  }

  it('shows the results of the newest search, whichever response comes last', async () => {
    await mount();
    const slow = faultKinds.hold();
    await support.list.search('b');
    desk.faults.set({path: '/customer/tickets'}, slow.fault);
    await slow.arrived;
    await support.list.search('bedroom');
    await support.list.waitUntil(() => support.list.rows.length === 1);
    slow.release();
    await waitForNetworkIdle(desk);
    expect(support.list.subjects).to.eql(['Wi-Fi does not reach the back bedroom']);
    expect(support.list.lastAnnouncement).to.equal(t('list.found', {count: 1}));
  });

  for (const [what, features, arrange] of [
    ['the server cannot search', {}, () => {}],
    [
      'the server cannot be reached',
      {search: true},
      () => desk.faults.set({path: '/customer/tickets', times: Infinity}, faultKinds.dropRequest),
    ],
  ] as const) {
    it(`looks only at what is loaded if ${what}, and says so`, async () => {
      desk = await createFullDesk({features});
      await mount();
      arrange();
      await support.list.search('problem 46');
      await support.list.waitUntil(() => support.list.text.includes(en['list.search.loaded']));
      expect(support.list.subjects).to.eql(['Problem 46']);
      expect(support.list.hasButton(en['list.more'])).to.be.true;
      expect(support.list.lastAnnouncement).to.equal(`${t('list.found', {count: 1})} ${en['list.search.loaded']}`);
    });
  }

  it('finds more as more is loaded if the server cannot search', async () => {
    desk = await createFullDesk({features: {}});
    await mount();
    await support.list.search('bedroom');
    await support.list.waitUntil(() => support.list.text.includes(en['list.notFound']));
    while (support.list.hasButton(en['list.more'])) {
      await support.list.pressButton(en['list.more']);
      await support.list.waitUntil(() => !support.list.hasButton(en['list.moreLoading']));
    }
    expect(support.list.subjects).to.eql(['Wi-Fi does not reach the back bedroom']);
    expect(support.list.text).not.to.contain(en['list.search.loaded']);
  });

  it('leaves the open ticket open if it is filtered out', async () => {
    await mount();
    await support.openTicket('Problem 46');
    await support.list.pressButton(en['list.filter.closed']);
    await support.list.waitUntil(() => !support.list.subjects.includes('Problem 46'));
    expect(support.thread.heading.innerText).to.equal('Problem 46');
  });

  it('follows a ticket that a reply reopens', async () => {
    await mount();
    await showClosed();
    await support.openTicket('Charged twice for the same invoice');
    await support.thread.sendReply('It is slow once more.');
    await support.list.waitUntil(() => !support.list.subjects.includes('Charged twice for the same invoice'));
  });

  it('shows a new ticket at once among the open ones', async () => {
    await mount();
    await support.list.pressButton(en['list.filter.open']);
    await support.list.waitUntil(() => support.list.lastAnnouncement);
    await support.openNewTicketForm();
    await support.form.fill({subject: 'Brand new', description: 'Since a minute.'});
    await support.form.pressCreate();
    await support.list.waitUntil(() => support.list.subjects[0] === 'Brand new');
  });

  it('is operated by keyboard', async () => {
    await mount();
    support.list.element.focus();
    const stops: string[] = [];
    for (let step = 0; step < 5; step++) {
      await pressKeys('Tab');
      stops.push(accessibleNameOf(support.focusedElement!));
    }
    const names = ['list.new', 'list.search', 'list.filter.open', 'list.filter.closed', 'list.filter.all'] as const;
    expect(stops).to.eql(names.map(name => en[name]));
    await pressKeys('Shift+Tab', ' ');
    expect(support.list.shownStatus).to.equal(en['list.filter.closed']);
    expect(accessibleNameOf(support.focusedElement!)).to.equal(en['list.filter.closed']);
  });

  it('fires isp-filter-change, which leaves the element', async () => {
    await mount();
    const filters: unknown[] = [];
    support.element.addEventListener(FilterChangeEvent.type, ({filter}) => filters.push(filter));
    await support.list.pressButton(en['list.filter.open']);
    await support.list.pressButton(en['list.filter.open']);
    await support.list.search('bedroom');
    await support.list.waitUntil(() => filters.length === 2);
    expect(filters).to.eql([
      {status: 'open', search: ''},
      {status: 'open', search: 'bedroom'},
    ]);
  });

  for (const [mode, parameters] of [
    ['push', () => new URLSearchParams(location.search)],
    ['hash', () => new URLSearchParams(location.hash.slice(1))],
  ] as const) {
    describe(`with history="${mode}"`, () => {
      beforeEach(() => mount('narrow', {history: mode}));

      async function showClosedSlow(): Promise<void> {
        await support.list.pressButton(en['list.filter.closed']);
        await support.list.search('slow');
        await support.list.waitUntil(() => parameters().get('ticket-search') === 'slow');
        await support.list.waitUntil(() => support.list.subjects.join() === 'Slow again (second ticket, sorry)');
      }

      it('is in the URL, without an entry of its own', async () => {
        const {length} = history;
        await showClosedSlow();
        expect(parameters().get('ticket-status')).to.equal('closed');
        expect(history.length).to.equal(length);
        await support.list.pressButton(en['list.filter.all']);
        await support.list.search('');
        expect(parameters().has('ticket-status')).to.be.false;
      });

      it('stays when a ticket is opened and Back is pressed', async () => {
        await showClosedSlow();
        await support.openTicket('Slow again (second ticket, sorry)');
        expect(parameters().get('ticket-search')).to.equal('slow');
        history.back();
        await support.waitUntilShown('list');
        expect(support.list.shownStatus).to.equal(en['list.filter.closed']);
        expect(support.list.searchField!.value).to.equal('slow');
        expect(support.list.subjects).to.eql(['Slow again (second ticket, sorry)']);
      });

      it('is taken from the URL', async () => {
        await showClosedSlow();
        support.element.remove();
        await mount('narrow', {history: mode});
        await support.list.waitUntil(() => support.list.subjects.join() === 'Slow again (second ticket, sorry)');
        expect(support.list.searchField!.value).to.equal('slow');
      });
    });
  }

  it('shows results from the first one on, even if the list was scrolled', async () => {
    await mount();
    await support.openTicket('Problem 46');
    await support.list.pressButton(en['list.more']);
    await support.list.waitUntil(() => support.list.rows.length === 40);
    support.list.rows[39]!.scrollIntoView();
    for (let frames = 0; frames < 6; frames++) await nextFrame();
    await support.list.pressButton(en['list.filter.open']);
    await waitForNetworkIdle(desk);
    expect(support.list.element.scrollTop).to.equal(0);
  });
});

describe('the filter of <isp-support> with few tickets', () => {
  it('is not offered for three', async () => {
    const support = await SupportHarness.mount(createBrowserDesk(), {username: 'harbour.view'});
    expect(support.list.searchField).to.equal(undefined);
    expect(support.list.hasButton(en['list.filter.open'])).to.be.false;
  });

  it('makes no request if all tickets are loaded', async () => {
    const desk = createBrowserDesk();
    const support = await SupportHarness.mount(desk);
    await support.list.pressButton(en['list.filter.closed']);
    await support.list.search('slow');
    await support.list.waitUntil(() => support.list.subjects.length === 1);
    await waitForNetworkIdle(desk);
    expect(requestsTo(desk, 'GET', /tickets$/).map(({search}) => search)).to.eql(['']);
  });
});
