import {expect} from '@open-wc/testing';

import {WordsController} from '../../../src/controllers/view/localize-controller.js';
import {en} from '../../../src/i18n/locales/en.js';
import {registerLocale} from '../../../src/i18n/registry.js';
import type {Messages} from '../../../src/i18n/translator.js';
import {connectHost, ControllerHost, createHost, removeHosts} from '../../support/controller-host.js';

interface Options {
  readonly locale?: string;
  readonly messages?: Partial<Messages>;
  readonly languages?: readonly string[];
  readonly parent?: Element;
}

const german: Partial<Messages> = {'list.heading': 'Anfragen'};

/** The locale that words come in, for what a host and its page say. */
async function wordsFor({locale = '', messages, languages = ['en-US'], parent = document.body}: Options) {
  Object.defineProperty(navigator, 'languages', {value: languages, configurable: true});
  const {host, controller} = createHost({locale, messages}, each => new WordsController(each));
  await connectHost(host, parent);
  return {host, controller, words: controller.value};
}

function tagged(lang: string): HTMLElement {
  const box = document.createElement('div');
  box.lang = lang;
  document.body.append(box);
  return box;
}

describe('the language of an element', () => {
  const pageLanguage = document.documentElement.lang;

  beforeEach(() => document.documentElement.removeAttribute('lang'));

  afterEach(() => {
    removeHosts();
    document.documentElement.lang = pageLanguage;
    Reflect.deleteProperty(navigator, 'languages');
    for (const box of document.querySelectorAll('div[lang]')) box.remove();
  });

  it('is the one its host asks for', async () => {
    const {words} = await wordsFor({locale: 'en-IN', parent: tagged('en-US'), languages: ['en-GB']});
    expect(words.locale).to.equal('en-IN');
  });

  it('is that of the nearest element that says one', async () => {
    document.documentElement.lang = 'en-AU';
    expect((await wordsFor({parent: tagged('en-NZ')})).words.locale).to.equal('en-NZ');
    expect((await wordsFor({})).words.locale).to.equal('en-AU');
  });

  it('is found across shadow roots', async () => {
    const outer = tagged('en-ZA');
    const shadow = outer.attachShadow({mode: 'open'});
    const inner = document.createElement('div');
    shadow.append(inner);
    expect((await wordsFor({parent: inner})).words.locale).to.equal('en-ZA');
  });

  it('is the browser’s where nobody says one', async () => {
    expect((await wordsFor({languages: ['en-CA', 'fr-CA']})).words.locale).to.equal('en-CA');
  });

  it('is English where the browser has none', async () => {
    expect((await wordsFor({languages: []})).words.locale).to.equal('en');
  });

  it('is read though it is misspelled as many do', async () => {
    expect((await wordsFor({locale: 'en_GB'})).words.locale).to.equal('en-GB');
    expect((await wordsFor({locale: 'EN-gb'})).words.locale).to.equal('en-GB');
  });

  for (const nonsense of ['english!', 'e', '-', 'en-', '\u0000', '{{lang}}']) {
    it(`is the next that anybody says instead of ${JSON.stringify(nonsense)}`, async () => {
      const {words} = await wordsFor({locale: nonsense, parent: tagged('en-NZ')});
      expect(words.locale).to.equal('en-NZ');
    });
  }

  it('is English, dates and all, where we have no words in the one that is asked for', async () => {
    expect((await wordsFor({locale: 'de', languages: ['de']})).words.locale).to.equal('en');
    expect((await wordsFor({parent: tagged('ar'), languages: ['ar', 'en-US']})).words.locale).to.equal('en-US');
  });

  it('is the one that is asked for where the host brings words for it', async () => {
    const {words} = await wordsFor({locale: 'de-AT', messages: german});
    expect(words.locale).to.equal('de-AT');
    expect(words('list.heading')).to.equal('Anfragen');
    expect(words('list.new')).to.equal(en['list.new']);
  });

  it('is the one that is asked for as soon as there are words in it', async () => {
    const {host, controller} = await wordsFor({locale: 'cy-GB', languages: ['en-GB']});
    expect(controller.value.locale).to.equal('en-GB');
    registerLocale('cy', {'list.heading': 'Tocynnau'});
    await host.updateComplete;
    expect(controller.value.locale).to.equal('cy-GB');
    expect(controller.value('list.heading')).to.equal('Tocynnau');
    expect(controller.value('list.new')).to.equal(en['list.new']);
  });

  it('is the next that anybody says where there are words in that, and in no other', async () => {
    registerLocale('sv', {'list.heading': 'Ärenden'});
    const {words} = await wordsFor({locale: 'se', parent: tagged('fi'), languages: ['nb', 'sv-FI', 'en']});
    expect(words.locale).to.equal('sv-FI');
    expect(words('list.heading')).to.equal('Ärenden');
  });

  it('lets a host say some of it in its own words', async () => {
    registerLocale('sv', {'list.heading': 'Ärenden', 'list.new': 'Nytt ärende'});
    const {words} = await wordsFor({locale: 'sv', messages: {'list.heading': 'Dina frågor'}});
    expect(words('list.heading')).to.equal('Dina frågor');
    expect(words('list.new')).to.equal('Nytt ärende');
  });

  it('is nobody’s affair any more once its host has left', async () => {
    const {host} = await wordsFor({locale: 'en'});
    const {renderCount} = host;
    host.remove();
    registerLocale('sv', {});
    await host.updateComplete;
    expect(host.renderCount).to.equal(renderCount);
  });

  it('follows its host when that changes its mind', async () => {
    const {host, controller} = await wordsFor({locale: 'en-GB'});
    Object.assign(host, {locale: 'de', messages: german});
    host.requestUpdate();
    await host.updateComplete;
    expect(controller.value.locale).to.equal('de');
    expect(controller.value('list.heading')).to.equal('Anfragen');
  });

  it('follows its host to another place', async () => {
    const {host, controller} = await wordsFor({parent: tagged('en-GB')});
    await connectHost(host, tagged('en-IN'));
    expect(controller.value.locale).to.equal('en-IN');
  });

  it('has the same words from one update to the next', async () => {
    const {host, controller} = await wordsFor({locale: 'en-GB'});
    const before = controller.value;
    host.requestUpdate();
    await host.updateComplete;
    expect(host).to.be.instanceOf(ControllerHost).and.have.property('renderCount').above(1);
    expect(controller.value).to.equal(before);
  });
});
