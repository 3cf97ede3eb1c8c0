import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {en} from '../../../src/i18n/locales/en.js';
import {UnreadChangeEvent} from '../../../src/contract/session-events.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {BannerHarness} from '../../support/banner-harness.js';
import {createTicket, requestsTo} from '../../support/desk-api.js';
import {Harness} from '../../support/harness.js';
import {ListHarness} from '../../support/list-harness.js';
import {mountTogether} from '../../support/mount-together.js';
import {mount} from '../../support/mount.js';
import {nextEvent} from '../../support/next-event.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {getByRole} from '../../support/role-queries.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

/** The tickets of this customer have built-in values only, so that no configuration is requested. */
const harbour = {username: 'harbour.view'};

const requestLines = (desk: BrowserDesk): string[] => desk.requests.map(({method, path}) => `${method} ${path}`);

describe('elements of one customer on a page', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('make three requests in total for two lists and a thread', async () => {
    const ticketId = seededTicketId('lift-phone');
    const [above, below, thread] = await mountTogether(
      ['isp-ticket-list', 'isp-ticket-list', 'isp-ticket-thread'],
      desk,
      {...harbour, properties: {ticketId}},
    );
    await waitForNetworkIdle(desk);
    expect(requestLines(desk)).to.have.members([
      'GET /api/customer/tickets',
      `GET /api/customer/tickets/${ticketId}`,
      'GET /api/customer/ticket-config',
    ]);
    expect(new ListHarness(above).subjects).to.eql(new ListHarness(below).subjects);
    expect(new ListHarness(above).subjects).to.have.length(3);
    expect(new Harness(thread).text).to.contain('no dial tone since this morning');
  });

  it('make no request when another element has already loaded the data', async () => {
    await ListHarness.mount(desk, harbour);
    const second = await ListHarness.mount(desk, harbour);
    expect(second.subjects).to.have.length(3);
    await waitForNetworkIdle(desk);
    expect(desk.requests).to.have.length(1);
  });

  it('share requests when they have different tokens of the same customer', async () => {
    await ListHarness.mount(desk, harbour);
    await ListHarness.mount(desk, {username: null, properties: {token: await desk.tokenFor('harbour.view', 60)}});
    await waitForNetworkIdle(desk);
    expect(desk.requests).to.have.length(1);
  });

  it('share requests when they write the same api-base differently', async () => {
    await ListHarness.mount(desk, harbour);
    await ListHarness.mount(desk, {...harbour, properties: {apiBase: new URL('/api/', location.href).href}});
    await waitForNetworkIdle(desk);
    expect(desk.requests).to.have.length(1);
  });

  it('request the configuration once, and only for unknown values', async () => {
    const label = rewriteResponse<object>(config => ({
      ...config,
      statuses: [{value: 'engineer_booked', label: 'We will visit'}],
    }));
    desk.faults.set({path: '/customer/ticket-config'}, label);
    const [above, below] = await mountTogether(['isp-ticket-list', 'isp-ticket-list'], desk);
    for (const list of [new ListHarness(above), new ListHarness(below)]) {
      await list.waitUntil(() => list.rowText('A second socket').includes('We will visit'));
    }
    expect(requestsTo(desk, 'GET', /ticket-config$/)).to.have.length(1);
  });

  it('refresh together with one request', async () => {
    const [above, below] = await mountTogether(['isp-ticket-list', 'isp-ticket-list'], desk);
    await createTicket(desk, {subject: 'Opened by telephone', description: 'By the hotline.'});
    const before = requestsTo(desk, 'GET', /tickets$/).length;
    await Promise.all([above.refresh(), below.refresh()]);
    const list = new ListHarness(below);
    await list.waitUntil(() => list.subjects[0] === 'Opened by telephone');
    expect(requestsTo(desk, 'GET', /tickets$/)).to.have.length(before + 1);
  });

  it('show a new ticket on top of every list', async () => {
    const [form, ...lists] = await mountTogether(['isp-new-ticket', 'isp-ticket-list', 'isp-ticket-list'], desk);
    const harness = new Harness(form);
    await harness.typeInto('Subject', 'No dial tone');
    await harness.typeInto('Description', 'Since this morning.');
    await harness.pressButton('Create ticket');
    for (const list of lists.map(each => new ListHarness(each))) {
      await list.waitUntil(() => list.subjects.length === 15);
      expect(list.subjects[0]).to.equal('No dial tone');
      expect(list.rowText('No dial tone')).to.match(/TKT-\d{4}-\d+/);
    }
    expect(requestsTo(desk, 'GET', /tickets$/)).to.have.length(1);
  });

  it('clear the unread mark in the list when the ticket is read in a thread', async () => {
    const [list, thread] = await mountTogether(['isp-ticket-list', 'isp-ticket-thread'], desk);
    const rows = new ListHarness(list);
    expect(rows.rowText('Wi-Fi does not reach')).to.contain('2 new replies');
    thread.ticketId = seededTicketId('wifi-bedroom');
    await rows.waitUntil(() => !rows.rowText('Wi-Fi does not reach').includes('new repl'));
    expect(rows.rowText('Slow speeds')).to.contain('1 new reply');
  });

  it('remove the ticket from the banner when it is read in a thread', async () => {
    const [banner, thread] = await mountTogether(['isp-reply-banner', 'isp-ticket-thread'], desk);
    const news = new BannerHarness(banner);
    expect(news.message).to.contain('3');
    thread.ticketId = seededTicketId('wifi-bedroom');
    await news.waitUntil(() => news.ticketControlNames.length === 1);
    expect(news.ticketControlNames.join()).to.contain('Slow speeds');
  });

  it('end their session together when one calls logout()', async () => {
    const [list, thread, form, banner] = await mountTogether(
      ['isp-ticket-list', 'isp-ticket-thread', 'isp-new-ticket', 'isp-reply-banner'],
      desk,
      {properties: {ticketId: seededTicketId('evening-slowdown')}},
    );
    const written = new Harness(form);
    await written.typeInto('Subject', 'Nobody’s business');
    thread.logout();
    for (const harness of [list, thread, form].map(element => new Harness(element))) {
      await harness.waitUntil(() => harness.text.startsWith(en['error.unauthenticated']));
    }
    expect(new BannerHarness(banner).message).to.be.empty;
  });

  it('load again when the customer signs in after logout()', async () => {
    const elements = await mountTogether(['isp-ticket-list', 'isp-reply-banner'], desk);
    await elements[0].logout();
    const counted = nextEvent(elements[1], UnreadChangeEvent);
    const token = await desk.tokenFor(undefined, 60);
    for (const element of elements) element.token = token;
    const list = new ListHarness(elements[0]);
    await list.waitUntil(() => list.subjects.length === 14);
    expect((await counted).total).to.equal(3);
  });

  it('show no draft that was written before logout()', async () => {
    const form = new Harness(await mount('isp-new-ticket', desk));
    await form.typeInto('Subject', 'Nobody’s business');
    form.element.logout();
    form.element.remove();
    const next = new Harness(await mount('isp-new-ticket', desk));
    expect((getByRole(next.element, 'textbox', 'Subject') as HTMLInputElement).value).to.equal('');
  });

  it('work when a request that only one of them needs fails', async () => {
    desk.faults.set({path: '/customer/ticket-updates', times: Infinity}, faultKinds.html);
    const [banner, list] = await mountTogether(['isp-reply-banner', 'isp-ticket-list'], desk);
    expect(new BannerHarness(banner).message).to.be.empty;
    expect(new ListHarness(list).subjects).to.have.length(14);
  });
});

describe('elements on a page share nothing', () => {
  it('when they belong to different customers', async () => {
    const desk = createBrowserDesk();
    const lena = await ListHarness.mount(desk);
    const flats = await ListHarness.mount(desk, harbour);
    expect(lena.subjects.filter(subject => flats.subjects.includes(subject))).to.be.empty;
    expect([lena.subjects.length, flats.subjects.length]).to.eql([14, 3]);
    lena.element.logout();
    await lena.waitUntil(() => lena.rows.length === 0);
    expect(flats.subjects).to.have.length(3);
  });

  it('when they have different servers', async () => {
    const desk = createBrowserDesk();
    await ListHarness.mount(desk, harbour);
    const otherList = await ListHarness.mount(desk, {...harbour, properties: {apiBase: '/other/api'}});
    expect(otherList.rows).to.be.empty;
    expect(otherList.text).to.contain(en['list.failed']);
    // A 404 of the server is retried automatically.
    const paths = new Set(desk.requests.map(({path}) => path));
    expect([...paths]).to.eql(['/api/customer/tickets', '/other/api/customer/tickets']);
  });
});
