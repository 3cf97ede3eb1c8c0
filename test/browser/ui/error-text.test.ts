import {expect} from '@open-wc/testing';

import {SupportError} from '../../../src/contract/errors.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createTranslator} from '../../support/translator.js';
import {errorText} from '../../../src/ui/text/error-text.js';
import {errorCodes} from '../../support/error-codes.js';

const t = createTranslator('en');

describe('the text of an error', () => {
  const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
  const setOnline = (isOnline: boolean): void => {
    Object.defineProperty(navigator, 'onLine', {value: isOnline, configurable: true});
  };

  afterEach(() => {
    Object.defineProperty(navigator, 'onLine', {...online, configurable: true});
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('is the server’s message if there is one', () => {
    expect(errorText(new SupportError('invalid', {serverMessage: 'The subject is too long'}), t)).to.equal(
      'The subject is too long',
    );
  });

  for (const code of errorCodes) {
    it(`is the built-in message for ${code}`, () => {
      expect(errorText(new SupportError(code), t)).to.equal(en[`error.${code}`]);
    });
  }

  it('says that support is busy after a conflict with a time to wait', () => {
    expect(errorText(new SupportError('conflict', {retryAfter: 1, serverMessage: 'Still sending'}), t)).to.equal(
      en['error.busy'],
    );
  });

  it('says after a network error that support was not reached if the browser is online', () => {
    setOnline(true);
    expect(errorText(new SupportError('network'), t)).to.equal(en['error.network']);
  });

  it('says after a network error that the device is offline if the browser says so', () => {
    setOnline(false);
    expect(errorText(new SupportError('network'), t)).to.equal(en['error.offline']);
  });

  it('is the same for a server error, whether or not the browser is online', () => {
    setOnline(false);
    expect(errorText(new SupportError('unavailable'), t)).to.equal(en['error.unavailable']);
  });
});
