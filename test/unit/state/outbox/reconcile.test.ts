import {afterEach, describe, it} from 'node:test';

import {expect} from 'chai';

import type {OutboxReply, OutboxTicket} from '../../../../src/state/outbox/outbox-item.js';
import {mailboxOf} from '../../../../src/state/create-mailbox.js';
import {Reconciler} from '../../../../src/state/outbox/reconcile.js';
import {disposeSessions, createTestSession} from '../../../support/session-fixtures.js';
import {detail, reply, ticket} from '../../../support/ticket-fixtures.js';

afterEach(disposeSessions);

const writtenAt = Date.parse('2026-05-02T10:00:00.000Z');

const item = (changes: Partial<OutboxReply> = {}): OutboxReply => ({
  key: 'key',
  createdAt: writtenAt,
  ticketId: 't1',
  draft: {message: 'any news?'},
  isAttempted: true,
  status: 'waiting',
  ...changes,
});

const createdAt = new Date(writtenAt).toISOString();

const author = {kind: 'customer', name: null} as const;

/** A reconciler for a thread with these replies. */
const reconcilerOf = (...replies: readonly ReturnType<typeof reply>[]): Reconciler =>
  new Reconciler(mailboxOf(createTestSession({getTicket: async id => ({...detail(id, ''), replies})})));

describe('Reconciler.findReply', () => {
  for (const [seconds, isFound] of [
    [60, true],
    [61, false],
  ] as const) {
    it(`${isFound ? 'finds' : 'ignores'} a reply that the server dates ${seconds} seconds before it was written`, async () => {
      const createdAt = new Date(writtenAt - seconds * 1000).toISOString();
      const found = await reconcilerOf(reply('a', {author, message: 'any news?', createdAt})).findReply(item());
      expect(found?.reply?.id).to.equal(isFound ? 'a' : undefined);
    });
  }

  it('ignores an equal reply before the last one that was known, whatever its time', async () => {
    const rows = ['a', 'b'].map(id => reply(id, {author, message: 'any news?'}));
    expect((await reconcilerOf(...rows).findReply(item({lastKnownId: 'a'})))?.reply?.id).to.equal('b');
    expect(await reconcilerOf(...rows).findReply(item({lastKnownId: 'b'}))).to.be.undefined;
  });

  it('takes any reply if the thread was empty when the item was written', async () => {
    const old = reply('a', {author, message: 'any news?', createdAt: '2020-01-01T00:00:00.000Z'});
    expect((await reconcilerOf(old).findReply(item({lastKnownId: null})))?.reply?.id).to.equal('a');
  });

  it('ignores an older reply if neither it nor the last one that was known has an id', async () => {
    const rows = [reply('', {author, message: 'any news?', createdAt: '2020-01-01T00:00:00.000Z'}), reply('')];
    expect(await reconcilerOf(...rows).findReply(item({lastKnownId: ''}))).to.be.undefined;
  });

  it('ignores a reply whose time is not known if the last one that was known is gone', async () => {
    const undated = reply('a', {author, message: 'any news?', createdAt: null});
    expect(await reconcilerOf(undated).findReply(item({lastKnownId: 'gone'}))).to.be.undefined;
  });

  it('ignores a reply with the same text by the operator', async () => {
    expect(await reconcilerOf(reply('a', {message: 'any news?'})).findReply(item({lastKnownId: null}))).to.be.undefined;
  });

  it('ignores white space that the server has changed, and nothing else', async () => {
    const found = async (message: string) =>
      (await reconcilerOf(reply('a', {author, message})).findReply(item({lastKnownId: null})))?.reply?.id;
    expect(await found(' any \r\nnews? ')).to.equal('a');
    expect(await found('Any news?')).to.be.undefined;
  });

  const kept: Record<string, [written: string, read: string]> = {
    'without the direction marks that are removed from what is read': ['\u200eany\u200f news?\u2066', 'any news?'],
    'with direction marks that the server has added': ['any news?', '\u202aany news?\u202c'],
    'without its zero-width characters': ['\ufeffany\u200b ne\u00adws?', 'any news?'],
    'with other joiners': ['ني\u200cخواهم 👩\u200d👧', 'نيخواهم 👩👧'],
    'composed (NFC)': ['Zu\u0308rich, voila\u0300', 'Zürich, voilà'],
    'decomposed (NFD)': ['Zürich', 'Zu\u0308rich'],
    'in compatibility characters (NFKC)': ['ﬁbre № ５', 'fibre No 5'],
    'without control characters': ['any\u0001 news?\u001b', 'any news?'],
    'with other spaces': ['any\u00a0news?\u2028', 'any news?'],
    'with other line ends': ['any\nnews?', ' any\r\nnews?\r\n'],
    'without variation selectors': ['❤️ ☎️', '❤ ☎'],
    'without letters that show nothing': ['a\u3164b\u2800c\u115fd', 'abcd'],
    'with question marks for emoji': ['hi 😀', 'hi ?'],
    'with a question mark for each byte of an emoji': ['hi 😀, there?', 'hi ????, there?'],
    'with replacement characters for emoji': ['hi 😀😀', 'hi \ufffd\ufffd'],
    'with halves of an emoji replaced': ['hi 👩‍👧!', 'hi ????\u200d????!'],
    'without its emoji': ['hi 😀', 'hi '],
    'without its emoji in the middle': ['😀 any 👍🏽 news?', 'any  news?'],
    'with its emoji as references': ['hi 😀', 'hi &#128512;'],
    'escaped for HTML': ['a < b & "c"', 'a &lt; b &amp; &quot;c&quot;'],
    'escaped for HTML by other names': ["it's > 'x' / y", 'it&#039;s &gt; &#x27;x&apos; &#x2F;&nbsp;y'],
    'escaped for SQL': ['it\'s "C:\\x"', 'it\\\'s \\"C:\\\\x\\"'],
    'with its line ends as HTML': ['any\nnews?\n\nAnna', 'any<br />\nnews?<br><BR/>Anna'],
    'escaped for HTML and without its emoji': ['a < b 😀', 'a &lt; b ?'],
    'cut at its first emoji': ['The line is down again 😀 since noon', 'The line is down again '],
    'cut at its first emoji, escaped': ["It's down again 😀 since noon", 'It&#39;s down again'],
  };
  for (const [what, [written, read]] of Object.entries(kept)) {
    it(`finds a reply that the server has kept ${what}`, async () => {
      const reconciler = reconcilerOf(reply('a', {author, message: read}));
      const found = await reconciler.findReply(item({lastKnownId: null, draft: {message: written}}));
      expect(found?.reply?.id).to.equal('a');
    });
  }

  for (const read of ['any news', 'ANY NEWS?', 'any news?!', 'any new s', 'äny news?', '']) {
    it(`does not take another text for it: ${read || '(empty)'}`, async () => {
      const reconciler = reconcilerOf(reply('a', {author, message: read}));
      expect(await reconciler.findReply(item({lastKnownId: null}))).to.be.undefined;
    });
  }

  const others: Record<string, [written: string, read: string]> = {
    'another character in place of an emoji': ['hi 😀', 'hi !'],
    'another emoji': ['hi 😀', 'hi 😁'],
    'more question marks than an emoji has bytes': ['hi 😀', 'hi ?????'],
    'a question mark where there is no emoji': ['hi there', 'hi? there'],
    'a question mark that the other lacks': ['is it back? 😀', 'is it back 😀'],
    'a question mark that the other lacks, without emoji': ['is it back? yes 😀', 'is it back yes'],
    'another text after the emoji': ['hi 😀 there', 'hi ? here'],
    'nothing but the beginning before an emoji, if that is short': ['hi 😀 since noon', 'hi'],
    'a beginning that ends elsewhere': ['The line is down again 😀', 'The line is down'],
    'a longer text': ['The line is down again 😀', 'The line is down again, and so is the phone'],
    'nothing in place of a text of emoji': ['😀👍', ''],
    'another text in place of emoji': ['👍', 'ok'],
    'a text without its quotation marks': ["it's", 'its'],
    'a text without its backslashes': ['C:\\new', 'C:new'],
    'a text with other angle brackets': ['a < b', 'a > b'],
    'a text without its ampersand': ['a & b', 'a b'],
    'another reference': ['a < b', 'a &gt; b'],
    'a text with other marks': ['a <b> c', 'a <i> c'],
    'letters in place of letters that look alike': ['аny news?', 'any news?'],
  };
  for (const [what, [written, read]] of Object.entries(others)) {
    it(`does not take a reply for another: ${what}`, async () => {
      const reconciler = reconcilerOf(reply('a', {author, message: read}));
      expect(await reconciler.findReply(item({lastKnownId: null, draft: {message: written}}))).to.be.undefined;
    });
  }

  it('takes no reply that is older than the item for its beginning', async () => {
    const createdAt = new Date(writtenAt - 61_000).toISOString();
    const reconciler = reconcilerOf(reply('a', {author, message: 'The line is down again', createdAt}));
    const draft = {message: 'The line is down again 😀 since noon'};
    expect(await reconciler.findReply(item({lastKnownId: null, draft}))).to.be.undefined;
  });

  it('ignores a reply that belongs to another item', async () => {
    const reconciler = reconcilerOf(reply('a', {author, message: 'any news?'}));
    reconciler.claim('a');
    expect(await reconciler.findReply(item({lastKnownId: null}))).to.be.undefined;
  });
});

describe('Reconciler.findTicket', () => {
  const ticketItem = (subject: string, description: string): OutboxTicket => ({
    ...{key: 'key', createdAt: writtenAt, ticketId: null, isAttempted: true, status: 'waiting', lastKnownId: null},
    draft: {subject, description, category: 'general', priority: 'normal'},
  });

  /** A reconciler for a list with this ticket. */
  const reconcilerFor = (subject: string, description: string): Reconciler =>
    new Reconciler(
      mailboxOf(
        createTestSession({
          listTickets: async () => ({tickets: [ticket('new', {subject, createdAt})], nextCursor: null}),
          getTicket: async id => detail(id, '', {ticket: ticket(id, {subject, createdAt}), description}),
        }),
      ),
    );

  const kept: Record<string, [written: readonly [string, string], read: readonly [string, string]]> = {
    'without direction marks': [
      ['\u200fبطيء', 'منذ\u200e الظهر'],
      ['بطيء', 'منذ الظهر'],
    ],
    'with its subject on one line': [
      ['Slow\tin\u0007 the evening', 'Since noon.'],
      ['Slow in the evening', 'Since noon.'],
    ],
    'with its long subject cut': [
      ['x'.repeat(700), 'Since noon.'],
      ['x'.repeat(500), 'Since noon.'],
    ],
    'with a description that the server has added to': [
      ['Slow', 'Since\u200e noon.'],
      ['Slow', 'Since  noon.\n\nSent from the portal'],
    ],
    'escaped for HTML, with line ends': [
      ["Isn't it slow?", 'a < b\nsince noon'],
      ['Isn&#39;t it slow?', 'a &lt; b<br />\nsince noon<br />\nSent from the portal'],
    ],
    'with question marks for emoji': [
      ['Slow 😀', 'Since noon 😀.'],
      ['Slow ????', 'Since noon ?.'],
    ],
    'with its description cut at the first emoji': [
      ['Slow', 'Since noon it is slow 😀, and the phone rings.'],
      ['Slow', 'Since noon it is slow '],
    ],
    trimmed: [
      [' Slow ', '\n Since noon.\n\n'],
      ['Slow', 'Since noon.'],
    ],
  };
  for (const [what, [written, read]] of Object.entries(kept)) {
    it(`finds a ticket that is kept ${what}`, async () => {
      const found = await reconcilerFor(...read).findTicket(ticketItem(...written));
      expect(found?.ticket.id).to.equal('new');
    });
  }

  for (const [description, read] of [
    ['ok 👍', 'ok it is broken'],
    ['👍', 'Since noon.'],
    ['a 😀', 'Since noon a box blinks.'],
  ] as const) {
    it(`does not take a ticket with another description for it: ${description} and ${read}`, async () => {
      expect(await reconcilerFor('Slow', read).findTicket(ticketItem('Slow', description))).to.be.undefined;
    });
  }

  it('does not take a ticket with another subject or another description for it', async () => {
    expect(await reconcilerFor('Slower', 'Since noon.').findTicket(ticketItem('Slow', 'Since noon.'))).to.be.undefined;
    expect(await reconcilerFor('Slow', 'Since one.').findTicket(ticketItem('Slow', 'Since noon.'))).to.be.undefined;
  });
});
