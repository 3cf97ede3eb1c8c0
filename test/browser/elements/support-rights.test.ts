import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {queryAllByRole, accessibleNameOf} from '../../support/role-queries.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {SupportHarness} from '../../support/support-harness.js';

const customersOwn = [
  /^GET \/api\/customer\/tickets$/,
  /^GET \/api\/customer\/tickets\/[^/]+$/,
  /^GET \/api\/customer\/tickets\/[^/]+\/replies$/,
  /^GET \/api\/customer\/ticket-(config|updates)$/,
  /^POST \/api\/customer\/tickets$/,
  /^POST \/api\/customer\/tickets\/[^/]+\/replies$/,
  /^PUT \/api\/customer\/tickets\/[^/]+\/read$/,
];

describe('<isp-support>, what is not the customer’s to do', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  /** Everything that there is to do, once. */
  async function doAll(support: SupportHarness, look: () => void): Promise<void> {
    await support.openSeededTicket('evening-slowdown');
    look();
    await support.openSeededTicket('line-drops');
    look();
    await support.thread.pressButton(en['thread.earlier']);
    await support.thread.sendReply('It is back.');
    await support.waitUntil(() => support.thread.status === en['status.open']);
    look();
    support.element.showTicket(seededTicketId('duplicate'));
    await support.waitUntil(() => support.thread.hasButton(en['composer.closed.new']));
    look();
    await support.thread.pressButton(en['composer.closed.new']);
    await support.waitUntilShown('form');
    look();
    await support.form.fill({subject: 'Slow', description: 'Since Monday.', priority: 'High'});
    await support.form.pressCreate();
    await support.form.waitUntilCreated();
    look();
    await support.form.pressButton(en['form.open']);
    await support.waitUntilShown('ticket');
    await support.element.refresh();
    await waitForNetworkIdle(desk);
  }

  it('is never asked of the server, whatever the customer does', async function () {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await doAll(support, () => undefined);
    const asked = desk.requests.map(({method, path}) => `${method} ${path}`);
    expect(asked.filter(request => !customersOwn.some(own => own.test(request)))).to.eql([]);
    expect([...new Set(asked.map(request => request.split(' ')[0]))]).to.have.members(['GET', 'POST', 'PUT']);
  });

  it('has no control: neither status, nor deletion, nor who works on it, nor whose it is', async function () {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    const names = new Set<string>();
    const roles = ['button', 'link', 'combobox', 'textbox', 'radio', 'checkbox', 'switch', 'menuitem', 'listbox'];
    await doAll(support, () => {
      for (const role of roles)
        for (const found of queryAllByRole(support.element, role)) names.add(accessibleNameOf(found));
    });
    const subjects = new Set(support.list.subjects);
    const controls = [...names].filter(name => !subjects.has(name) && !name.startsWith('Copy ticket number'));
    const known = [
      ...['list.new', 'thread.earlier', 'composer.label', 'composer.send', 'composer.closed.new', 'form.subject'],
      ...['form.category', 'form.description', 'form.create', 'form.cancel', 'form.open', 'form.another'],
      ...['priority.low', 'priority.normal', 'priority.high', 'thread.earlierLoading'],
    ].map(key => en[key as keyof typeof en] as string);
    const others = controls.filter(name => !known.includes(name) && !/^Read /.test(name));
    expect(others).to.eql([]);
  });
});
