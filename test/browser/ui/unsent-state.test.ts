import {expect} from '@open-wc/testing';

import {SupportError} from '../../../src/contract/errors.js';
import {createWords} from '../../../src/i18n/translator.js';
import {unsentWords, type Unsent} from '../../../src/ui/text/unsent-state.js';

const words = createWords('en');
const said = (item: Partial<Unsent>, isKept = true): string =>
  unsentWords({key: 'a', status: 'waiting', ...item}, words, isKept);

describe('where something is that the server does not have yet', () => {
  it('is on this device, or in this page, until it is sent', () => {
    expect(said({})).to.equal('Saved on this device; it is sent as soon as possible.');
    expect(said({}, false)).to.equal('Kept while this page is open; it is sent as soon as possible.');
    expect(said({status: 'sending'})).to.equal('Sending…');
  });

  it('is behind another where there is one', () => {
    expect(said({isBehind: true})).to.equal('Waits for the reply above it');
  });

  it('is said with the reason why it waits, or was not sent', () => {
    const error = new SupportError('offline');
    expect(said({error})).to.equal('Saved on this device; it is sent as soon as possible. This device is offline.');
    expect(said({error: new SupportError('overdue'), status: 'failed'})).to.match(/^Not sent\. ./);
    expect(said({error, isBehind: true})).to.match(/offline\.$/);
  });
});
