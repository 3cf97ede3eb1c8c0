import {expect} from '@open-wc/testing';

import {SupportError} from '../../../src/contract/errors.js';
import {createTranslator} from '../../support/translator.js';
import {unsentStatusText, type UnsentItem} from '../../../src/ui/primitives/unsent-status.js';

const t = createTranslator('en');
const textOf = (item: Partial<UnsentItem>, isPersistent = true): string =>
  unsentStatusText({key: 'a', status: 'waiting', ...item}, t, isPersistent);

const error = new SupportError('offline');
const reason = t('error.offline');

describe('the status of an unsent item', () => {
  it('says that a new item is being sent', () => {
    expect(textOf({})).to.equal(t('unsent.sending'));
    expect(textOf({status: 'sending'})).to.equal(t('unsent.sending'));
  });

  it('says that an item waits for another', () => {
    expect(textOf({isBehindAnother: true})).to.equal(t('unsent.waiting'));
  });

  it('has the reason why an item waits, and where it is kept', () => {
    expect(textOf({error})).to.equal(t('unsent.saved', {reason}));
    expect(textOf({error}, false)).to.equal(t('unsent.savedInPage', {reason}));
  });

  it('stays the same during an automatic attempt', () => {
    expect(textOf({error, status: 'sending'})).to.equal(textOf({error}));
  });

  it('says that an item is being sent during an attempt that the customer has asked for', () => {
    expect(textOf({error, status: 'sending', isRequested: true})).to.equal(t('unsent.sending'));
  });

  it('has the reason why an item was not sent', () => {
    expect(textOf({error: new SupportError('overdue'), status: 'failed'})).to.equal(
      t('unsent.failed', {reason: t('error.overdue')}),
    );
  });

  it('has the reason rather than the item before if there are both', () => {
    expect(textOf({error, isBehindAnother: true})).to.equal(t('unsent.saved', {reason}));
  });
});
