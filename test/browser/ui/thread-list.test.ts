import {expect} from '@open-wc/testing';

import {SupportError} from '../../../src/contract/errors.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createWords} from '../../../src/i18n/translator.js';
import type {UnsentReply} from '../../../src/ui/thread/thread-articles.js';
import {threadList, type ThreadListOptions} from '../../../src/ui/thread/thread-list.js';
import {renderTemplate} from '../../support/render-template.js';
import {queryAllByRole, getByRole, accessibleNameOf} from '../../support/role-queries.js';
import {reply} from '../../support/ticket-fixtures.js';

const words = createWords('en-GB');

function thread(options: Partial<ThreadListOptions>) {
  const asked: string[] = [];
  const box = renderTemplate(
    threadList({
      replies: [],
      unsent: [],
      newFrom: undefined,
      words,
      timeZone: 'UTC',
      textRevision: 0,
      text: () => ({shown: 4_000, onShowMore: () => {}, onLinkOpen: () => {}}),
      canReply: true,
      isKept: true,
      pause: 0,
      onRetry: key => asked.push(`retry ${key}`),
      onEdit: key => asked.push(`edit ${key}`),
      onDiscard: key => asked.push(`discard ${key}`),
      ...options,
    }),
  );
  return {box, asked, articles: () => queryAllByRole(box, 'article')};
}

const unsent = (status: UnsentReply['status'], error?: SupportError): UnsentReply => ({
  key: 'k1',
  draft: {message: 'hello'},
  createdAt: Date.parse('2026-05-03T21:00:00.000Z'),
  status,
  ...(error && {error}),
});

describe('the replies of a thread', () => {
  it('are by You where the customer wrote them, and else by a name, or what there is of one', () => {
    const authors = [
      {kind: 'customer', name: 'Anna'},
      {kind: 'operator', name: 'Anna'},
      {kind: 'operator', name: 'You'},
      {kind: 'operator', name: null},
      {kind: 'system', name: null},
    ] as const;
    const replies = authors.map((author, index) => reply(`r${index}`, {author}));
    const names = thread({replies})
      .articles()
      .map(article => article.querySelector('bdi')?.textContent);
    expect(names).to.eql([en['thread.you'], 'Anna', 'You', en['thread.operator'], en['thread.system']]);
  });

  it('are named for a screen reader by who wrote, and when in full', () => {
    const [article] = thread({replies: [reply('r 1', {createdAt: '2026-05-03T21:05:00.000Z'})]}).articles();
    expect(accessibleNameOf(article!)).to.match(/^Anna .*3 May 2026 at 21:05 UTC$/);
  });

  it('have a line at each new day, of the zone that is asked for', () => {
    const times = ['2026-05-03T20:00:00Z', '2026-05-03T21:00:00Z', '2026-05-03T23:00:00Z'];
    const replies = times.map((createdAt, index) => reply(`r${index}`, {createdAt}));
    const days = (timeZone: string) =>
      thread({replies, timeZone}).box.textContent?.match(/(Sun|Mon)day,? \d May 2026/g);
    expect(days('UTC')).to.have.lengthOf(1);
    expect(days('Europe/Berlin')).to.have.lengthOf(2);
  });

  it('have one line where the unread ones begin', () => {
    const replies = [reply('a'), reply('b'), reply('c')];
    const {box} = thread({replies, newFrom: 'b'});
    const rows = queryAllByRole(box, 'listitem').map(row => row.textContent?.includes(en['thread.new']));
    expect(rows).to.eql([false, true, false]);
  });
});

describe('a reply that the server does not have', () => {
  it('stands at the end, and says where it is', () => {
    const {box, articles} = thread({replies: [reply('a')], unsent: [unsent('sending')]});
    expect(articles()[1]?.textContent).to.contain('hello').and.to.contain(en['pending.sending']);
    expect(queryAllByRole(box, 'button')).to.be.empty;
  });

  it('waits on this device, or behind another, and that one can be discarded', () => {
    const {box} = thread({unsent: [unsent('waiting'), {...unsent('waiting'), key: 'k2'}]});
    const [first, second] = queryAllByRole(box, 'listitem');
    expect(first?.textContent).to.contain(en['pending.kept'].replace(' {reason}', ''));
    expect(second?.textContent).to.contain(en['pending.waiting']);
    expect(queryAllByRole(box, 'button').map(accessibleNameOf)).to.eql([en['pending.discard']]);
  });

  it('says why it failed, and can be sent again or discarded', () => {
    const {box, asked} = thread({unsent: [unsent('failed', new SupportError('unavailable'))]});
    expect(getByRole(box, 'alert').textContent).to.contain(en['error.unavailable']);
    getByRole(box, 'button', en['pending.retry']).click();
    getByRole(box, 'button', en['pending.discard']).click();
    expect(asked).to.eql(['retry k1', 'discard k1']);
  });

  it('can be edited, and not sent again as it is, where the server wants other words', () => {
    const {box, asked} = thread({
      unsent: [unsent('failed', new SupportError('invalid', {serverMessage: 'Too long.'}))],
    });
    expect(getByRole(box, 'alert').textContent).to.contain('Too long.');
    expect(queryAllByRole(box, 'button', en['pending.retry'])).to.be.empty;
    getByRole(box, 'button', en['pending.edit']).click();
    expect(asked).to.eql(['edit k1']);
  });

  it('can only be discarded where the ticket takes no replies', () => {
    const {box} = thread({canReply: false, unsent: [unsent('failed', new SupportError('conflict'))]});
    expect(queryAllByRole(box, 'button').map(accessibleNameOf)).to.eql([en['pending.discard']]);
  });
});
