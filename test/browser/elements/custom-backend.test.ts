import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {portalBackend} from '../../../demo/hosts/portal-backend.js';
import type {TicketBackend} from '../../../src/contract/backend.js';
import {en} from '../../../src/i18n/locales/en.js';
import {consoleOutputOf} from '../../support/captured-console.js';
import {FormHarness} from '../../support/form-harness.js';
import {ListHarness} from '../../support/list-harness.js';
import {mountElement} from '../../support/mount.js';
import {HomeGrownServer} from '../../support/home-grown-server.js';
import {ThreadHarness} from '../../support/thread-harness.js';
import {ticketPage} from '../../support/ticket-fixtures.js';
import {unsignedJwt} from '../../support/unsigned-jwt.js';

const token = unsignedJwt({sub: 'lena'});

describe('elements with the backend of the documentation', () => {
  let server: HomeGrownServer;
  const over = (properties: object = {}) => ({
    apiBase: '/portal/api',
    backend: portalBackend,
    fetch: server.fetch,
    token,
    ...properties,
  });
  const openList = async (properties?: object) =>
    new ListHarness(await mountElement('isp-ticket-list', over(properties)));
  const openThread = async (properties?: object) =>
    new ThreadHarness(await mountElement('isp-ticket-thread', over({ticketId: '1', ...properties})));
  const openForm = async () => new FormHarness(await mountElement('isp-new-ticket', over()));

  beforeEach(() => (server = new HomeGrownServer()));

  it('list all pages of tickets', async () => {
    const list = await openList();
    expect(list.subjects).to.eql(['Slow in the evening', 'No picture on channel 4']);
    expect(list.rowText('Slow in the evening')).to.contain('P-1');
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 3);
  });

  it('show a thread without its internal notes, in neither text nor counts', async () => {
    const thread = await openThread();
    expect(thread.replies.map(({body}) => body.textContent?.trim())).to.eql(['Please restart the router.', 'I did.']);
    expect(thread.text).not.to.contain('Escalate');
  });

  it('send a reply, with the token, and show it', async () => {
    const thread = await openThread();
    await thread.sendReply('It is still slow.');
    await thread.waitUntil(() => thread.replies.length === 3 && thread.lastMessage.deliveryState === '');
    expect(thread.lastMessage.body.textContent?.trim()).to.equal('It is still slow.');
    expect(server.requests.at(-1)?.headers.get('authorization')).to.equal(`Bearer ${token}`);
  });

  it('create a ticket', async () => {
    const form = await openForm();
    await form.fill({subject: 'No dial tone', description: 'Since this morning.'});
    await form.pressButton(en['form.create']);
    await form.waitUntil(() => form.text.includes('P-4'));
  });

  it('get a new token after a 401, and send the reply again', async () => {
    let calls = 0;
    const tokenProvider = async () => unsignedJwt({sub: 'lena', exp: 4_000_000_000 + calls++});
    const thread = await openThread({token: undefined, tokenProvider});
    server.failOnce(401);
    await thread.sendReply('It is still slow.');
    await thread.waitUntil(() => thread.replies.length === 3 && thread.lastMessage.deliveryState === '');
    expect(calls).to.equal(2);
  });

  it('say that the account has no access after a 403', async () => {
    server.fail(403);
    expect((await openList()).text).to.contain(en['error.forbidden']);
  });

  it('show what the server says of a field after a 422', async () => {
    const form = await openForm();
    await form.fill({subject: 'No', description: 'Since this morning.'});
    server.failOnce(422, {errors: {subject: ['Please say more.']}});
    await form.pressButton(en['form.create']);
    await form.waitUntil(() => form.text.includes('Please say more.'));
  });

  it('wait as long as a 429 asks', async () => {
    server.fail(429, {}, {'Retry-After': '120'});
    const list = await openList();
    await list.waitUntil(() => /\b(?:2 min|1[12]\d|120)/.test(list.text));
  });

  it('show the reason if the backend itself refuses a reply, and keep the text', async () => {
    const thread = await openThread();
    server.isClosed = true;
    await thread.sendReply('Hello?');
    await thread.waitUntil(() => thread.text.includes('This ticket is closed.'));
    expect(thread.text).to.contain('Hello?');
  });
});

describe('an element with a backend object', () => {
  const backend = (methods: object): TicketBackend => methods as TicketBackend;

  it('needs no token if the page gives the key of the customer', async () => {
    const listTickets = async () => ticketPage('a b');
    const element = await mountElement('isp-ticket-list', {backend: backend({listTickets}), customerKey: 'C-1042'});
    expect(new ListHarness(element).rows).to.have.length(2);
  });

  it('shows an error with a retry, and names the mistake once on the console, if the backend has one', async () => {
    const broken = {
      listTickets() {
        const rows = undefined as unknown as string[];
        return rows.map(String);
      },
    };
    let list!: ListHarness;
    const lines = await consoleOutputOf(async () => {
      list = new ListHarness(await mountElement('isp-ticket-list', {backend: backend(broken), customerKey: 'C-1'}));
    });
    expect(list.text).to.contain(en['error.bad_response']);
    expect(lines.filter(line => line.includes('listTickets of the backend has thrown: TypeError'))).to.have.length(1);
  });

  it('keeps its session if a template sets an equal factory again', async () => {
    let lists = 0;
    const inline = () => () =>
      backend({
        listTickets: async () => {
          lists += 1;
          return ticketPage('a');
        },
      });
    const element = await mountElement('isp-ticket-list', {backend: inline(), customerKey: 'C-2'});
    element.backend = inline();
    await element.updateComplete;
    expect(new ListHarness(element).rows).to.have.length(1);
    expect(lists).to.equal(1);
  });
});
