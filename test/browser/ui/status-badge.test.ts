import {expect} from '@open-wc/testing';

import {en} from '../../../src/i18n/locales/en.js';
import {createTranslator} from '../../../src/i18n/translator.js';
import {turnText} from '../../../src/ui/primitives/status-badge.js';
import {ticket} from '../../support/ticket-fixtures.js';

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
    expect(turnText(ticket('a', {status: 'engineer_booked'}), true, t)).to.be.undefined;
  });

  for (const status of ['open', 'closed', 'merged']) {
    it(`says that a ticket takes no more replies if it is ${status} and cannot be replied to`, () => {
      expect(turnText(ticket('a', {status}), false, t)).to.equal(en['turn.final']);
    });
  }
});
