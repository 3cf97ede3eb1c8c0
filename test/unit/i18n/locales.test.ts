import {expect} from '@open-wc/testing';

import {canonical, localeFor, onLocaleChange, registerLocale} from '../../../src/i18n/registry.js';

const heading = (text: string) => ({'list.heading': text});

describe('the words that are there', () => {
  before(() => {
    registerLocale('zh-Hans', heading('工单'));
    registerLocale('zh-Hant', heading('工單'));
    registerLocale('sr', heading('Захтеви'));
    registerLocale('pt-BR', heading('Chamados'));
    registerLocale('de', heading('Anfragen'));
    registerLocale('de-AT', heading('Anliegen'));
    registerLocale('de-DE', heading('Vorgänge'));
  });

  for (const [wanted, found] of [
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
    it(`are, for ${wanted}, those in ${found}`, () => {
      expect(localeFor(wanted)?.tag).to.equal(found);
    });
  }

  for (const wanted of ['sr-Latn', 'zh-Latn', 'nl', 'tlh']) {
    it(`are not read by who reads ${wanted}`, () => {
      expect(localeFor(wanted)).to.be.undefined;
    });
  }

  it('are told to who asked, until they let go', () => {
    const told: string[] = [];
    const letGo = onLocaleChange(() => told.push('new words'));
    registerLocale('nl', heading('Meldingen'));
    letGo();
    registerLocale('nl', heading('Tickets'));
    expect(told).to.eql(['new words']);
    expect(localeFor('nl-BE')?.messages).to.eql(heading('Tickets'));
  });

  it('are refused under what is no language tag', () => {
    expect(() => registerLocale('german!', {})).to.throw(RangeError, 'german!');
  });

  it('are found however the tag is written', () => {
    registerLocale('pl_PL', heading('Zgłoszenia'));
    expect(localeFor('pl')?.tag).to.equal('pl-PL');
    expect(canonical('ZH_hant_tw')).to.equal('zh-Hant-TW');
    expect(canonical('')).to.be.undefined;
  });
});
