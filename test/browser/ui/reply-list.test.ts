import {nothing} from 'lit';
import {expect} from '@open-wc/testing';

import {SupportError} from '../../../src/contract/errors.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createTranslator} from '../../support/translator.js';
import type {UnsentReply} from '../../../src/ui/thread/thread-articles.js';
import {alwaysLaidOut, replyList, type ReplyListOptions} from '../../../src/ui/thread/reply-list.js';
import {replyListStyles} from '../../../src/ui/thread/reply-list.styles.js';
import {renderTemplate} from '../../support/render-template.js';
import {queryAllByRole, getByRole, accessibleNameOf} from '../../support/role-queries.js';
import {reply} from '../../support/ticket-fixtures.js';

const t = createTranslator('en-GB');

function renderReplies(options: Partial<ReplyListOptions>) {
  const actions: string[] = [];
  const box = renderTemplate(
    replyList({
      replies: [],
      earlier: nothing,
      count: options.replies?.length ?? 0,
      firstShownIds: new Set(),
      unsent: [],
      firstUnreadId: undefined,
      t,
      timeZone: 'UTC',
      expansionRevision: 0,
      operatorName: undefined,
      textOptions: () => ({maxLength: 4_000, onShowMore: () => {}, onLinkOpen: () => {}}),
      canResend: true,
      isPersistent: true,
      secondsUntilRetry: 0,
      onShow: () => {},
      onRetry: key => actions.push(`retry ${key}`),
      onEdit: key => actions.push(`edit ${key}`),
      onDiscard: key => actions.push(`discard ${key}`),
      ...options,
    }),
  );
  return {box, actions, articles: () => queryAllByRole(box, 'article')};
}

const unsentReply = (status: UnsentReply['status'], error?: SupportError): UnsentReply => ({
  key: 'k1',
  draft: {message: 'hello'},
  createdAt: Date.parse('2026-05-03T21:00:00.000Z'),
  status,
  ...(error && {error}),
});

describe('the list of replies', () => {
  it('names the author “You”, by name, or by role if there is no name', () => {
    const authors = [
      {kind: 'customer', name: 'Anna'},
      {kind: 'operator', name: 'Anna'},
      {kind: 'operator', name: 'You'},
      {kind: 'operator', name: null},
      {kind: 'system', name: null},
    ] as const;
    const replies = authors.map((author, index) => reply(`r${index}`, {author}));
    const names = renderReplies({replies})
      .articles()
      .map(article => article.querySelector('bdi')?.textContent);
    expect(names).to.eql([en['thread.you'], 'Anna', 'You', en['thread.operator'], en['thread.system']]);
  });

  it('has articles whose accessible name is the author', () => {
    const [article] = renderReplies({replies: [reply('r 1', {createdAt: '2026-05-03T21:05:00.000Z'})]}).articles();
    expect(accessibleNameOf(article!)).to.equal('Anna');
  });

  it('has a divider at each new day of the given time zone', () => {
    const times = ['2026-05-03T20:00:00Z', '2026-05-03T21:00:00Z', '2026-05-03T23:00:00Z'];
    const replies = times.map((createdAt, index) => reply(`r${index}`, {createdAt}));
    const daysIn = (timeZone: string) =>
      renderReplies({replies, timeZone}).box.textContent?.match(/(Sun|Mon)day,? \d May 2026/g);
    expect(daysIn('UTC')).to.have.lengthOf(1);
    expect(daysIn('Europe/Berlin')).to.have.lengthOf(2);
  });

  it('names the operator’s replies by the provider’s name if they have no author', () => {
    const kinds = ['customer', 'operator', 'system'] as const;
    const replies = kinds.map(kind => reply(kind, {author: {kind, name: ' '}}));
    const names = renderReplies({replies, operatorName: 'Brindlemoor'}).articles().map(accessibleNameOf);
    expect(names).to.eql([en['thread.you'], 'Brindlemoor', en['thread.system']]);
  });

  for (const gap of [0, 100]) {
    it(`has the newest replies laid out outside the view with ${gap} earlier ones that have left the document`, () => {
      const replies = Array.from({length: 40}, (_, index) => reply(`r${index}`));
      const missing = Array.from({length: gap}, (_, index) => reply(`m${index}`));
      const {box, articles} = renderReplies({
        replies: gap ? [{id: 'gap 0', missing}, ...replies] : replies,
        count: gap + replies.length,
      });
      box.append(Object.assign(document.createElement('style'), {textContent: replyListStyles.cssText}));
      const laidOut = articles().map(({parentElement}) => getComputedStyle(parentElement!).contentVisibility);
      const rest = replies.length - alwaysLaidOut;
      expect(laidOut).to.eql([...Array(rest).fill('auto'), ...Array(alwaysLaidOut).fill('visible')]);
    });
  }

  it('has one divider, before the first unread reply', () => {
    const replies = [reply('a'), reply('b'), reply('c')];
    const {box} = renderReplies({replies, firstUnreadId: 'b'});
    const rows = queryAllByRole(box, 'listitem').map(row => row.textContent?.includes(en['thread.new']));
    expect(rows).to.eql([false, true, false]);
  });
});

describe('an unsent reply', () => {
  const daysIn = (box: HTMLElement): string[] =>
    queryAllByRole(box, 'listitem').map(row => {
      const day = row.previousElementSibling;
      const text = day?.getAttribute('role') === 'presentation' ? day.textContent : '';
      return /(?:Sun|Mon|Tues)day,? \d May 2026/.exec(text ?? '')?.[0].replace(',', '') ?? '';
    });
  const writtenAt = (key: string, time: string): UnsentReply => ({
    ...unsentReply('waiting'),
    key,
    createdAt: Date.parse(time),
  });

  it('has the date of its day above it, unless the reply before it is of the same day', () => {
    const replies = [reply('a', {createdAt: '2026-05-03T20:00:00.000Z'})];
    const unsent = [
      writtenAt('k1', '2026-05-03T23:30:00Z'),
      writtenAt('k2', '2026-05-04T08:00:00Z'),
      writtenAt('k3', '2026-05-04T09:00:00Z'),
      writtenAt('k4', '2026-05-05T09:00:00Z'),
    ];
    const [sunday, monday, tuesday] = ['Sunday 3 May 2026', 'Monday 4 May 2026', 'Tuesday 5 May 2026'];
    expect(daysIn(renderReplies({replies, unsent}).box)).to.eql([sunday, '', monday, '', tuesday]);
    expect(daysIn(renderReplies({replies, unsent, timeZone: 'Europe/Berlin'}).box)).to.eql([
      sunday,
      monday,
      '',
      '',
      tuesday,
    ]);
  });

  it('has the date above it if it is the first reply', () => {
    const {box, articles} = renderReplies({unsent: [writtenAt('k1', '2026-05-03T21:00:00Z')]});
    expect(daysIn(box)).to.have.lengthOf(1).and.not.to.include('');
    expect(accessibleNameOf(articles()[0]!)).to.equal(en['thread.you']);
  });

  it('is the last article, with its status and without buttons while it is being sent', () => {
    const {box, articles} = renderReplies({replies: [reply('a')], unsent: [unsentReply('sending')]});
    expect(articles()[1]?.textContent).to.contain('hello').and.to.contain(en['unsent.sending']);
    expect(queryAllByRole(box, 'button')).to.be.empty;
  });

  it('says that it waits for the one before it, and can then be edited or discarded', () => {
    const {box} = renderReplies({unsent: [unsentReply('waiting'), {...unsentReply('waiting'), key: 'k2'}]});
    const [first, second] = queryAllByRole(box, 'listitem');
    expect(first?.textContent).to.contain(en['unsent.sending']);
    expect(second?.textContent).to.contain(en['unsent.waiting']);
    expect(queryAllByRole(box, 'button').map(accessibleNameOf)).to.eql([en['unsent.edit'], en['unsent.discard']]);
  });

  it('does not wait for one that has failed', () => {
    const failed = unsentReply('failed', new SupportError('invalid'));
    const {box} = renderReplies({unsent: [failed, {...unsentReply('waiting'), key: 'k2'}]});
    const [, second] = queryAllByRole(box, 'listitem');
    expect(second?.textContent).to.contain(en['unsent.sending']);
    expect(second?.textContent).not.to.contain(en['unsent.waiting']);
  });

  it('can be edited whatever it waits for', () => {
    const errors = [
      new SupportError('unavailable', {status: 500}),
      new SupportError('rate_limited', {status: 429}),
      new SupportError('bad_response', {status: 407}),
      new SupportError('network'),
      new SupportError('offline'),
      new SupportError('conflict', {status: 409, retryAfter: 3}),
      new SupportError('unauthenticated', {status: 401}),
    ];
    for (const error of errors) {
      const {box, actions} = renderReplies({unsent: [unsentReply('waiting', error)]});
      getByRole(box, 'button', en['unsent.edit']).click();
      expect(actions).to.eql(['edit k1']);
    }
  });

  it('says why it failed, and can be retried or discarded', () => {
    const {box, actions} = renderReplies({unsent: [unsentReply('failed', new SupportError('unavailable'))]});
    expect(getByRole(box, 'alert').textContent).to.contain(en['error.unavailable']);
    getByRole(box, 'button', en['unsent.retry']).click();
    getByRole(box, 'button', en['unsent.discard']).click();
    expect(actions).to.eql(['retry k1', 'discard k1']);
  });

  it('can be edited, but not retried, if the server rejected its text', () => {
    const {box, actions} = renderReplies({
      unsent: [unsentReply('failed', new SupportError('invalid', {serverMessage: 'Too long.'}))],
    });
    expect(getByRole(box, 'alert').textContent).to.contain('Too long.');
    expect(queryAllByRole(box, 'button', en['unsent.retry'])).to.be.empty;
    getByRole(box, 'button', en['unsent.edit']).click();
    expect(actions).to.eql(['edit k1']);
  });

  it('can only be discarded if the ticket takes no replies', () => {
    const {box} = renderReplies({canResend: false, unsent: [unsentReply('failed', new SupportError('conflict'))]});
    expect(queryAllByRole(box, 'button').map(accessibleNameOf)).to.eql([en['unsent.discard']]);
  });
});
