import {expect} from '@open-wc/testing';

import {SupportError} from '../../../src/contract/errors.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createWords} from '../../../src/i18n/translator.js';
import {errorWords} from '../../../src/ui/text/error-text.js';
import {labelOf, wantsLabels} from '../../../src/ui/primitives/labels.js';
import {turnOf} from '../../../src/ui/primitives/status-badge.js';
import {errorCodes} from '../../support/error-codes.js';
import {ticket} from '../../support/ticket-fixtures.js';

const words = createWords('en');
const choice = (value: string, label: string | null) => ({value, label, hint: null});

describe('a status, priority or category', () => {
  it('is called what the operator calls it', () => {
    expect(labelOf(words, 'status', 'open', [choice('open', 'With us')])).to.equal('With us');
    expect(labelOf(words, 'status', 'engineer_booked', [choice('engineer_booked', 'Engineer booked')])).to.equal(
      'Engineer booked',
    );
  });

  it('is called what we call it, where the operator has no word', () => {
    const ours = createWords('en', {
      'status.pending': 'Your turn',
      'priority.high': 'Outage',
      'category.wifi': 'Radio',
    });
    expect(labelOf(ours, 'status', 'pending', [choice('pending', null)])).to.equal('Your turn');
    expect(labelOf(ours, 'priority', 'high')).to.equal('Outage');
    expect(labelOf(ours, 'category', 'wifi', [])).to.equal('Radio');
  });

  it('is shown as it stands where nobody has a word, in the letters of a person', () => {
    expect(labelOf(words, 'status', 'on_hold')).to.equal('On hold');
    expect(labelOf(words, 'category', 'tv-and-radio')).to.equal('Tv and radio');
    expect(labelOf(words, 'priority', 'P1')).to.equal('P1');
    expect(labelOf(words, 'status', 'wartet auf Gerät')).to.equal('Wartet auf Gerät');
    expect(labelOf(words, 'status', 'constructor')).to.equal('Constructor');
  });
});

describe('the operator’s words', () => {
  it('are wanted where a ticket carries one that we have none for', () => {
    for (const unknown of [{status: 'engineer_booked'}, {priority: 'urgent'}, {category: 'tv'}, {status: 'toString'}]) {
      expect(wantsLabels([ticket('a'), ticket('b', unknown)], words), JSON.stringify(unknown)).to.be.true;
    }
  });

  it('are not wanted where we have one for each, or none is said', () => {
    expect(wantsLabels([ticket('a'), ticket('b', {priority: null, category: null})], words)).to.be.false;
    expect(wantsLabels([], words)).to.be.false;
  });
});

describe('whose turn it is', () => {
  for (const status of ['open', 'in_progress', 'pending', 'resolved', 'closed'] as const) {
    it(`is said in a sentence of its own when a ticket is ${status}`, () => {
      expect(turnOf(ticket('a', {status}), true, words)).to.equal(en[`turn.${status}`]);
    });
  }

  it('is the same sentence for no two of them', () => {
    const sentences = ['open', 'in_progress', 'pending', 'resolved', 'closed'].map(status => words.for('turn', status));
    expect(new Set(sentences)).to.have.lengthOf(5);
  });

  it('is nobody’s to say where the operator has a word of their own', () => {
    expect(turnOf(ticket('a', {status: 'engineer_booked'}), true, words)).to.be.undefined;
  });

  it('is nobody’s any more where a ticket takes no replies, whatever its status', () => {
    for (const status of ['open', 'closed', 'merged']) {
      expect(turnOf(ticket('a', {status}), false, words)).to.equal(en['turn.final']);
    }
  });
});

describe('what a failure means', () => {
  const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
  const setOnline = (isOnline: boolean): void => {
    Object.defineProperty(navigator, 'onLine', {value: isOnline, configurable: true});
  };

  afterEach(() => {
    Object.defineProperty(navigator, 'onLine', {...online, configurable: true});
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('is said by the server where it explains what it wants', () => {
    expect(errorWords(new SupportError('invalid', {serverMessage: 'The subject is too long'}), words)).to.equal(
      'The subject is too long',
    );
  });

  for (const code of errorCodes) {
    it(`is said by us after ${code}`, () => {
      expect(errorWords(new SupportError(code), words)).to.equal(en[`error.${code}`]);
    });
  }

  it('is that support was not reached, unless the browser says that it is offline', () => {
    setOnline(true);
    expect(errorWords(new SupportError('network'), words)).to.equal(en['error.network']);
    setOnline(false);
    expect(errorWords(new SupportError('network'), words)).to.equal(en['error.offline']);
    expect(errorWords(new SupportError('unavailable'), words)).to.equal(en['error.unavailable']);
  });
});
