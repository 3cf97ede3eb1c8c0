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

describe('<isp-support> customer permissions', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  /** Goes through every view and action. `inspect` is called in each view. */
  async function performAllActions(support: SupportHarness, inspect: () => void): Promise<void> {
    await support.openSeededTicket('evening-slowdown');
    inspect();
    await support.openSeededTicket('line-drops');
    inspect();
    await support.thread.pressButton(en['thread.earlier']);
    await support.thread.sendReply('It is back.');
    await support.waitUntil(() => support.thread.status === en['status.open']);
    inspect();
    support.element.showTicket(seededTicketId('duplicate'));
    await support.waitUntil(() => support.thread.hasButton(en['composer.closed.new']));
    inspect();
    await support.thread.pressButton(en['composer.closed.new']);
    await support.waitUntilShown('form');
    inspect();
    await support.form.fill({subject: 'Slow', description: 'Since Monday.', priority: 'High'});
    await support.form.pressCreate();
    await support.form.waitUntilCreated();
    inspect();
    await support.form.pressButton(en['form.open']);
    await support.waitUntilShown('ticket');
    await support.element.refresh();
    await waitForNetworkIdle(desk);
  }

  it('only requests of the customer API are made', async function () {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await performAllActions(support, () => undefined);
    const requestLines = desk.requests.map(({method, path}) => `${method} ${path}`);
    expect(requestLines.filter(request => !customersOwn.some(own => own.test(request)))).to.eql([]);
    expect([...new Set(requestLines.map(request => request.split(' ')[0]))]).to.have.members(['GET', 'POST', 'PUT']);
  });

  it('there is no control for status, deletion, assignee or owner', async function () {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    const names = new Set<string>();
    const roles = ['button', 'link', 'combobox', 'textbox', 'radio', 'checkbox', 'switch', 'menuitem', 'listbox'];
    await performAllActions(support, () => {
      for (const role of roles)
        for (const found of queryAllByRole(support.element, role)) names.add(accessibleNameOf(found));
    });
    const subjects = support.list.subjects;
    const controls = [...names].filter(
      name => !subjects.some(subject => name.startsWith(subject)) && !name.startsWith('Copy ticket number'),
    );
    const known = [
      ...['list.new', 'thread.earlier', 'composer.label', 'composer.send', 'composer.closed.new', 'form.subject'],
      ...['form.category', 'form.description', 'form.create', 'form.cancel', 'form.open', 'form.another'],
      ...['priority.low', 'priority.normal', 'priority.high', 'thread.earlierLoading', 'thread.first'],
      ...['thread.newest', 'thread.reply', 'list.filter.open', 'list.filter.closed', 'list.filter.all', 'list.search'],
      ...['answer.solved', 'answer.notSolved', 'answer.anyUpdate'],
    ].map(key => en[key as keyof typeof en] as string);
    const others = controls.filter(name => !known.includes(name) && !/^Show all \d+ earlier replies$|@/.test(name));
    expect(others).to.eql([]);
  });
});
