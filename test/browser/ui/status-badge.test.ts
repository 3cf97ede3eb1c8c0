import {expect} from '@open-wc/testing';

import {en} from '../../../src/i18n/locales/en.js';
import {createTranslator} from '../../support/translator.js';
import {turnText, withLastReplyBy} from '../../../src/ui/primitives/status-badge.js';
import {reply, ticket} from '../../support/ticket-fixtures.js';

const t = createTranslator('en');
const statuses = ['open', 'in_progress', 'pending', 'resolved', 'closed'] as const;

describe('the sentence about whose turn it is', () => {
  for (const status of statuses) {
    it(`is the one for ${status} if the ticket is ${status}`, () => {
      expect(turnText(ticket('a', {status}), true, t)).to.equal(en[`turn.${status}`]);
    });
  }

  it('is a different one for each status', () => {
    expect(new Set(statuses.map(status => turnText(ticket('a', {status}), true, t)))).to.have.lengthOf(5);
  });

  it('is undefined for a status of the operator’s own', () => {
    for (const lastReplyBy of [null, 'customer', 'operator'] as const) {
      expect(turnText(ticket('a', {status: 'engineer_booked', lastReplyBy}), true, t)).to.be.undefined;
    }
  });

  for (const [value, kind, shownAs] of [
    ['engineer_booked', 'open', 'open'],
    ['docs_missing', 'waiting', 'pending'],
    ['merged', 'done', 'closed'],
    // A kind of a built-in status is the operator's word, too.
    ['pending', 'open', 'open'],
    ['in_progress', 'open', 'in_progress'],
    ['resolved', 'done', 'resolved'],
  ] as const) {
    it(`is the one for ${shownAs} if the operator says that ${value} is ${kind}`, () => {
      const statuses = [{value, kind, label: 'Their words', hint: null}];
      for (const lastReplyBy of [null, 'customer', 'operator'] as const) {
        expect(turnText(ticket('a', {status: value, lastReplyBy}), true, t, statuses)).to.equal(en[`turn.${shownAs}`]);
      }
      expect(turnText(ticket('a', {status: value}), false, t, statuses)).to.equal(en['turn.final']);
    });
  }

  for (const status of ['open', 'in_progress'] as const) {
    it(`says that support has replied if the ticket is ${status} and the operator wrote last`, () => {
      expect(turnText(ticket('a', {status, lastReplyBy: 'operator'}), true, t)).to.equal(en['turn.replied']);
      expect(turnText(ticket('a', {status, lastReplyBy: 'customer'}), true, t)).to.equal(en[`turn.${status}`]);
    });

    it(`is the one for ${status} if the operator has a label of its own for it`, () => {
      const labelled = [{value: status, label: 'Technician on the way', hint: null}];
      const unlabelled = [{value: status, label: null, hint: null}];
      const answered = ticket('a', {status, lastReplyBy: 'operator'});
      expect(turnText(answered, true, t, labelled)).to.equal(en[`turn.${status}`]);
      expect(turnText(answered, true, t, unlabelled)).to.equal(en['turn.replied']);
    });
  }

  for (const status of ['pending', 'resolved', 'closed'] as const) {
    it(`does not depend on who replied last: ${status}`, () => {
      expect(turnText(ticket('a', {status, lastReplyBy: 'operator'}), true, t)).to.equal(en[`turn.${status}`]);
    });
  }

  for (const status of ['open', 'closed', 'merged']) {
    it(`says that a ticket takes no more replies if it is ${status} and cannot be replied to`, () => {
      expect(turnText(ticket('a', {status}), false, t)).to.equal(en['turn.final']);
    });
  }
});

describe('the author of the last reply', () => {
  const by = (...kinds: readonly ('customer' | 'operator' | 'system')[]) =>
    kinds.map((kind, index) => reply(`r${index}`, {author: {kind, name: null}}));

  it('is the one that the server names', () => {
    const named = ticket('a', {lastReplyBy: 'customer'});
    expect(withLastReplyBy(named, by('customer', 'operator'))).to.equal(named);
  });

  it('is that of the newest reply, without automatic messages, if the server names none', () => {
    const unnamed = ticket('a');
    expect(withLastReplyBy(unnamed, by('customer', 'operator', 'system')).lastReplyBy).to.equal('operator');
    expect(withLastReplyBy(unnamed, by('operator', 'customer')).lastReplyBy).to.equal('customer');
    for (const none of [by(), by('system')]) expect(withLastReplyBy(unnamed, none).lastReplyBy).to.be.null;
  });
});
