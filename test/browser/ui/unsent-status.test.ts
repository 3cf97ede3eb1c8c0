import {expect} from '@open-wc/testing';

import {SupportError} from '../../../src/contract/errors.js';
import {createTranslator} from '../../../src/i18n/translator.js';
import {unsentStatusText, type UnsentItem} from '../../../src/ui/primitives/unsent-status.js';

const t = createTranslator('en');
const textOf = (item: Partial<UnsentItem>, isPersistent = true): string =>
  unsentStatusText({key: 'a', status: 'waiting', ...item}, t, isPersistent);

describe('the status of an unsent item', () => {
  it('says that a waiting item is saved on the device', () => {
    expect(textOf({})).to.equal('Not sent yet, saved on this device until it can be sent.');
  });

  it('says that a waiting item lasts as long as the page if it is not persisted', () => {
    expect(textOf({}, false)).to.equal('Not sent yet. Keep this page open until it is sent.');
  });

  it('says that an item is being sent', () => {
    expect(textOf({status: 'sending'})).to.equal('Sending…');
  });

  it('says that an item waits for another', () => {
    expect(textOf({isBehindAnother: true})).to.equal('Waiting for the message above');
  });

  it('has the reason why an item waits', () => {
    const error = new SupportError('offline');
    expect(textOf({error})).to.equal(
      'Not sent yet, saved on this device until it can be sent. This device is offline.',
    );
  });

  it('has the reason why an item was not sent', () => {
    expect(textOf({error: new SupportError('overdue'), status: 'failed'})).to.match(/^Not sent\. ./);
  });

  it('has the reason rather than the item before if there are both', () => {
    expect(textOf({error: new SupportError('offline'), isBehindAnother: true})).to.match(/offline\.$/);
  });
});
