import {expect} from 'chai';
import {before, describe, it} from 'node:test';

import {canonicalizeTag, findLocale, onLocaleChange, registerLocale} from '../../../src/i18n/registry.js';

const messagesWithHeading = (text: string) => ({'list.heading': text});

describe('the locale registry', () => {
  before(() => {
    registerLocale('zh-Hans', messagesWithHeading('工单'));
    registerLocale('zh-Hant', messagesWithHeading('工單'));
    registerLocale('sr', messagesWithHeading('Захтеви'));
    registerLocale('pt-BR', messagesWithHeading('Chamados'));
    registerLocale('de', messagesWithHeading('Anfragen'));
    registerLocale('de-AT', messagesWithHeading('Anliegen'));
    registerLocale('de-DE', messagesWithHeading('Vorgänge'));
  });

  for (const [wanted, expected] of [
    ['en', 'en'],
    ['en-IN', 'en'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['sr-RS', 'sr'],
    ['sr-Cyrl-BA', 'sr'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['de', 'de'],
    ['de-DE', 'de-DE'],
    ['de-CH', 'de'],
    ['de-AT', 'de-AT'],
    ['de-AT-u-ca-gregory', 'de-AT'],
  ] as const) {
    it(`finds ${expected} for ${wanted}`, () => {
      expect(findLocale(wanted)?.tag).to.equal(expected);
    });
  }

  for (const wanted of ['sr-Latn', 'zh-Latn', 'nl', 'tlh']) {
    it(`finds nothing for ${wanted}, in which no messages are registered`, () => {
      expect(findLocale(wanted)).to.be.undefined;
    });
  }

  it('maximizes only the tags of the language that is looked for', () => {
    for (const tag of ['fi', 'ko', 'vi']) registerLocale(tag, messagesWithHeading(tag));
    const {maximize} = Intl.Locale.prototype;
    const maximized: string[] = [];
    Intl.Locale.prototype.maximize = function record(this: Intl.Locale) {
      maximized.push(this.toString());
      return maximize.call(this);
    };
    try {
      expect(findLocale('ko-KR')?.tag).to.equal('ko');
    } finally {
      Intl.Locale.prototype.maximize = maximize;
    }
    expect(maximized).to.eql(['ko-KR', 'ko']);
  });

  it('calls a listener when a locale is registered, until the listener is removed', () => {
    const calls: string[] = [];
    const removeListener = onLocaleChange(() => calls.push('changed'));
    registerLocale('nl', messagesWithHeading('Meldingen'));
    removeListener();
    registerLocale('nl', messagesWithHeading('Tickets'));
    expect(calls).to.eql(['changed']);
  });

  it('replaces the messages of a tag that is registered again', () => {
    registerLocale('nl', messagesWithHeading('Meldingen'));
    registerLocale('nl', messagesWithHeading('Tickets'));
    expect(findLocale('nl-BE')?.messages).to.eql(messagesWithHeading('Tickets'));
  });

  it('throws a RangeError if the tag is not a language tag', () => {
    expect(() => registerLocale('german!', {})).to.throw(RangeError, 'german!');
  });

  it('finds a locale that was registered under a tag that is not canonical', () => {
    registerLocale('pl_PL', messagesWithHeading('Zgłoszenia'));
    expect(findLocale('pl')?.tag).to.equal('pl-PL');
  });

  it('canonicalizes case and underscores of a tag', () => {
    expect(canonicalizeTag('ZH_hant_tw')).to.equal('zh-Hant-TW');
  });

  it('does not canonicalize the empty string', () => {
    expect(canonicalizeTag('')).to.be.undefined;
  });
});
