import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {BannerHarness} from '../../support/banner-harness.js';
import {replyJson, ticketDetailJson, ticketJson} from '../../support/json-fixtures.js';
import {ListHarness} from '../../support/list-harness.js';
import {queryAllByRole} from '../../support/role-queries.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {ThreadHarness} from '../../support/thread-harness.js';

/** Values that no field of the contract has. */
const flaws = [undefined, null, '', {}, [], true, '3', 1234, 1e21, -1, '0000-00-00 00:00:00'] as const;

const nameOf = (value: unknown): string => JSON.stringify(value) ?? 'missing';

describe('a server that breaks the contract', () => {
  let desk: BrowserDesk;
  let events: SupportErrorEvent[];
  let warnings: string[];
  const {warn} = console;
  const record = (event: Event): void => void events.push(event as SupportErrorEvent);

  beforeEach(() => {
    desk = createBrowserDesk();
    events = [];
    warnings = [];
    console.warn = (...data: unknown[]) => warnings.push(data.join(' '));
    document.addEventListener(SupportErrorEvent.type, record);
  });

  afterEach(() => {
    console.warn = warn;
    document.removeEventListener(SupportErrorEvent.type, record);
  });

  const openList = (data: readonly unknown[]): Promise<ListHarness> => {
    desk.faults.set(
      {path: '/customer/tickets', times: Infinity},
      rewriteResponse(() => ({data, next_cursor: null})),
    );
    return ListHarness.mount(desk);
  };

  const openThread = (changes: object): Promise<ThreadHarness> => {
    desk.faults.set(
      {path: '/customer/tickets/*', times: Infinity},
      rewriteResponse(() => ticketDetailJson(changes)),
    );
    return ThreadHarness.mount(desk, 'evening-slowdown');
  };

  const openBanner = (updates: object): Promise<BannerHarness> => {
    desk.faults.set(
      {path: '/customer/ticket-updates', times: Infinity},
      rewriteResponse(() => updates),
    );
    return BannerHarness.mount(desk);
  };

  const expectNoFailure = (harness: {readonly text: string}): void => {
    expect(harness.text).not.to.contain(en['error.bad_response']);
    expect(harness.text).not.to.match(/undefined|null|NaN|Invalid Date|\[object/);
  };

  for (const field of Object.keys(ticketJson())) {
    it(`keeps its rows in the list whatever ${field} is`, async () => {
      const rows = flaws.map((value, index) => ({...ticketJson({id: `t${index}`}), [field]: value}));
      const list = await openList([...rows, ticketJson({id: 'good', subject: 'Unharmed'})]);
      expect(list.rows).to.have.lengthOf(flaws.length + 1);
      expect(list.rowText('Unharmed')).to.contain(en['status.open']);
      expectNoFailure(list);
    });
  }

  for (const field of Object.keys(replyJson())) {
    it(`keeps its replies in the thread whatever ${field} is`, async () => {
      const replies = flaws.map((value, index) => ({...replyJson({id: `r${index}`}), [field]: value}));
      const thread = await openThread({replies: [...replies, replyJson({id: 'good', message: 'Unharmed'})]});
      expect(thread.replies).to.have.lengthOf(flaws.length + 1);
      expect(thread.messageContaining('Unharmed').author).to.equal('Anna');
      expectNoFailure(thread);
    });
  }

  for (const field of Object.keys(ticketDetailJson()).filter(name => name !== 'id')) {
    it(`shows the thread whatever ${field} is`, async () => {
      for (const value of flaws.slice(0, 4)) {
        const thread = await openThread({[field]: value});
        expect(thread.messages.length, nameOf(value)).to.be.above(0);
        expectNoFailure(thread);
        thread.element.remove();
        desk.faults.clear();
      }
    });
  }

  it('has words that stand in for the subject, the author and the message', async () => {
    const tickets = [{id: 'a', ticket_number: 1234, subject: '', unread_count: '2'}];
    const banner = await openBanner({unread: '2', tickets});
    expect(banner.ticketControlNames).to.eql([`${en['row.noSubject']} (1234)`]);
    const list = await openList([ticketJson({id: 'a', subject: null}), ticketJson({id: 'b', subject: ' '})]);
    expect(list.subjects).to.eql([en['row.noSubject'], en['row.noSubject']]);
    const thread = await openThread({subject: '', replies: [replyJson({author: null, message: null})]});
    expect(thread.heading.textContent).to.contain(en['row.noSubject']);
    await thread.waitUntil(() => thread.lastMessage.author === 'Brindlemoor Fibre');
    expect(thread.lastMessage.text).to.contain(en['thread.unreadable']);
  });

  it('shows all of 1,000 rows, of which one is no ticket and cannot be opened', async () => {
    const data = Array.from({length: 1000}, (_, id) =>
      id === 3 ? null : ticketJson({id: `t${id}`, subject: `S${id}`}),
    );
    const list = await openList(data);
    const row = list.rows[3] as HTMLElement;
    expect(row.textContent).to.contain(en['row.noSubject']);
    expect(queryAllByRole(row, 'button')).to.be.empty;
    expect(queryAllByRole(row, 'link')).to.be.empty;
    await list.waitUntil(() => list.rows.length >= 30);
    // By selectors: the roles and names of a thousand rows in each frame take Firefox and WebKit more than a minute.
    const {renderRoot} = list.element;
    const moreButton = (): HTMLElement | null => renderRoot.querySelector('.more button');
    // Above a hundred, rows far from the view are not in the document.
    const countRows = (): number => {
      const rows = renderRoot.querySelectorAll('.row');
      return Number(rows[0]?.getAttribute('aria-setsize') ?? rows.length);
    };
    while (moreButton()) {
      const before = countRows();
      moreButton()!.click();
      await list.waitUntil(() => countRows() > before);
    }
    expect(countRows()).to.equal(1000);
  });

  it('has both of two messages with one id on the screen, in the order of time', async () => {
    const replies = [
      replyJson({id: 'r1', message: 'Second', created_at: '2026-05-02T11:00:00Z'}),
      replyJson({id: 'r1', message: 'First', created_at: '2026-05-02T10:00:00Z'}),
      replyJson({id: 'r1', message: 'Third', created_at: '2026-05-02T11:00:00Z'}),
    ];
    const thread = await openThread({replies});
    const texts = (): string[] => thread.replies.map(({text}) => /First|Second|Third/.exec(text)?.[0] ?? '');
    expect(texts()).to.eql(['First', 'Second', 'Third']);
    await thread.element.refresh();
    expect(texts()).to.eql(['First', 'Second', 'Third']);
  });

  it('is told to the developer once for each kind of flaw, and to nobody else', async () => {
    const list = await openList([ticketJson({reply_count: '3'}), ticketJson({id: 't2', reply_count: '4'})]);
    await list.element.refresh();
    expect(events.map(({code, path, status}) => [code, path, status])).to.eql([
      ['bad_response', 'data.0.reply_count', 200],
    ]);
    expect(events[0]?.reason).to.contain('string instead of a whole number');
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.match(/data\.0\.reply_count: string instead of .*docs\/servers\.md$/);
    expect(queryAllByRole(list.element, 'alert')).to.be.empty;
    expectNoFailure(list);
  });

  it('is told to the developer with path and reason if nothing can be shown', async () => {
    desk.faults.set(
      {path: '/customer/tickets'},
      rewriteResponse(() => ({items: 'none'})),
    );
    const list = await ListHarness.mount(desk);
    expect(list.text).to.contain(en['error.bad_response']);
    expect(events.map(({code, path, reason}) => [code, path, reason])).to.eql([['bad_response', 'data', 'missing']]);
    expect(warnings).to.have.lengthOf(1);
  });

  it('is quoted if it answers 200 with an error', async () => {
    desk.faults.set(
      {path: '/customer/tickets'},
      rewriteResponse(() => ({error: 'Ticket system is being moved'})),
    );
    const list = await ListHarness.mount(desk);
    expect(list.text).to.contain('Ticket system is being moved');
  });

  it('refuses a reply in its own words if it answers 200 with an error', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    desk.faults.set(
      {method: 'POST', times: Infinity},
      rewriteResponse(() => ({error: 'Ticket locked'})),
    );
    await thread.sendReply('Hello');
    await thread.waitUntil(() => thread.text.includes('Ticket locked'));
    expect(thread.hasButton(en['unsent.edit'])).to.be.true;
  });
});
