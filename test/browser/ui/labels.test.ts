import {expect} from '@open-wc/testing';

import {createTranslator} from '../../support/translator.js';
import {hasUnknownValue, labelOf} from '../../../src/ui/text/labels.js';
import {ticket} from '../../support/ticket-fixtures.js';

const t = createTranslator('en');
const choice = (value: string, label: string | null) => ({value, label, hint: null});

describe('the label of a status, priority or category', () => {
  it('is the operator’s label', () => {
    expect(labelOf(t, 'status', 'open', [choice('open', 'With us')])).to.equal('With us');
    expect(labelOf(t, 'status', 'engineer_booked', [choice('engineer_booked', 'Engineer booked')])).to.equal(
      'Engineer booked',
    );
  });

  it('is the built-in label if the operator has none', () => {
    const ours = createTranslator('en', {
      'status.pending': 'Your turn',
      'priority.high': 'Outage',
      'category.wifi': 'Radio',
    });
    expect(labelOf(ours, 'status', 'pending', [choice('pending', null)])).to.equal('Your turn');
    expect(labelOf(ours, 'status', 'pending', [choice('pending', '')])).to.equal('Your turn');
    expect(labelOf(ours, 'priority', 'high')).to.equal('Outage');
    expect(labelOf(ours, 'category', 'wifi', [])).to.equal('Radio');
  });

  for (const [value, label] of [
    ['on_hold', 'On hold'],
    ['tv-and-radio', 'Tv and radio'],
    ['P1', 'P1'],
    ['wartet auf Gerät', 'Wartet auf Gerät'],
    ['constructor', 'Constructor'],
  ] as const) {
    it(`is “${label}” for ${value}, which has no label`, () => {
      expect(labelOf(t, 'status', value)).to.equal(label);
      expect(labelOf(t, 'category', value)).to.equal(label);
      expect(labelOf(t, 'priority', value)).to.equal(label);
    });
  }
});

describe('hasUnknownValue', () => {
  for (const unknown of [{status: 'engineer_booked'}, {priority: 'urgent'}, {category: 'tv'}, {status: 'toString'}]) {
    it(`is true if one ticket has ${JSON.stringify(unknown)}`, () => {
      expect(hasUnknownValue([ticket('a'), ticket('b', unknown)], t)).to.be.true;
    });
  }

  it('is false if every value has a built-in label or is null', () => {
    expect(hasUnknownValue([ticket('a'), ticket('b', {priority: null, category: null})], t)).to.be.false;
  });

  it('is false without tickets', () => {
    expect(hasUnknownValue([], t)).to.be.false;
  });
});
