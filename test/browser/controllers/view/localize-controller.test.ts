import {expect} from '@open-wc/testing';

import {LocalizeController} from '../../../../src/controllers/view/localize-controller.js';
import {en} from '../../../../src/i18n/locales/en.js';
import {warnAboutUnknownKeys} from '../../../../src/i18n/unknown-keys.js';
import {registerLocale} from '../../../../src/i18n/registry.js';
import type {Messages} from '../../../../src/i18n/translator.js';
import {connectHost, ControllerHost, createHost, removeHosts} from '../../../support/controller-host.js';

interface Options {
  readonly locale?: string;
  readonly messages?: Partial<Messages>;
  readonly languages?: readonly string[];
  readonly parent?: Element;
}

const german: Partial<Messages> = {'list.heading': 'Anfragen'};

/** The translator that a host gets for its options, the page’s `lang` and the browser’s languages. */
async function localize({locale = '', messages, languages = ['en-US'], parent = document.body}: Options) {
  Object.defineProperty(navigator, 'languages', {value: languages, configurable: true});
  const {host, controller} = createHost(
    {locale, messages},
    each => new LocalizeController(each, en, warnAboutUnknownKeys),
  );
  await connectHost(host, parent);
  return {host, controller, t: controller.value};
}

function tagged(lang: string): HTMLElement {
  const box = document.createElement('div');
  box.lang = lang;
  document.body.append(box);
  return box;
}

describe('localize controller', () => {
  const pageLanguage = document.documentElement.lang;

  beforeEach(() => document.documentElement.removeAttribute('lang'));

  afterEach(() => {
    removeHosts();
    document.documentElement.lang = pageLanguage;
    Reflect.deleteProperty(navigator, 'languages');
    for (const box of document.querySelectorAll('div[lang]')) box.remove();
  });

  it('uses the host’s locale first', async () => {
    const {t} = await localize({locale: 'en-IN', parent: tagged('en-US'), languages: ['en-GB']});
    expect(t.locale).to.equal('en-IN');
  });

  it('uses the lang of the nearest ancestor when the host has no locale', async () => {
    document.documentElement.lang = 'en-AU';
    expect((await localize({parent: tagged('en-NZ')})).t.locale).to.equal('en-NZ');
    expect((await localize({})).t.locale).to.equal('en-AU');
  });

  it('finds lang across shadow roots', async () => {
    const outer = tagged('en-ZA');
    const shadow = outer.attachShadow({mode: 'open'});
    const inner = document.createElement('div');
    shadow.append(inner);
    expect((await localize({parent: inner})).t.locale).to.equal('en-ZA');
  });

  it('uses the browser’s language when neither host nor page has one', async () => {
    expect((await localize({languages: ['en-CA', 'fr-CA']})).t.locale).to.equal('en-CA');
  });

  it('uses English when the browser has no language', async () => {
    expect((await localize({languages: []})).t.locale).to.equal('en');
  });

  it('accepts locales with an underscore or in the wrong case', async () => {
    expect((await localize({locale: 'en_GB'})).t.locale).to.equal('en-GB');
    expect((await localize({locale: 'EN-gb'})).t.locale).to.equal('en-GB');
  });

  for (const nonsense of ['english!', 'e', '-', 'en-', '\u0000', '{{lang}}']) {
    it(`skips the invalid locale ${JSON.stringify(nonsense)} and uses the next candidate`, async () => {
      const {t} = await localize({locale: nonsense, parent: tagged('en-NZ')});
      expect(t.locale).to.equal('en-NZ');
    });
  }

  it('uses English, also for dates, when there is no translation of the locale', async () => {
    expect((await localize({locale: 'de', languages: ['de']})).t.locale).to.equal('en');
    expect((await localize({parent: tagged('ar'), languages: ['ar', 'en-US']})).t.locale).to.equal('en-US');
  });

  it('uses the host’s locale when the host provides messages for it', async () => {
    const {t} = await localize({locale: 'de-AT', messages: german});
    expect(t.locale).to.equal('de-AT');
    expect(t('list.heading')).to.equal('Anfragen');
    expect(t('list.new')).to.equal(en['list.new']);
  });

  it('switches to the host’s locale when it is registered later', async () => {
    const {host, controller} = await localize({locale: 'cy-GB', languages: ['en-GB']});
    expect(controller.value.locale).to.equal('en-GB');
    registerLocale('cy', {'list.heading': 'Tocynnau'});
    await host.updateComplete;
    expect(controller.value.locale).to.equal('cy-GB');
    expect(controller.value('list.heading')).to.equal('Tocynnau');
    expect(controller.value('list.new')).to.equal(en['list.new']);
  });

  it('uses the first candidate that has a translation', async () => {
    registerLocale('sv', {'list.heading': 'Ärenden'});
    const {t} = await localize({locale: 'se', parent: tagged('fi'), languages: ['nb', 'sv-FI', 'en']});
    expect(t.locale).to.equal('sv-FI');
    expect(t('list.heading')).to.equal('Ärenden');
  });

  it('overrides single messages with those of the host', async () => {
    registerLocale('sv', {'list.heading': 'Ärenden', 'list.new': 'Nytt ärende'});
    const {t} = await localize({locale: 'sv', messages: {'list.heading': 'Dina frågor'}});
    expect(t('list.heading')).to.equal('Dina frågor');
    expect(t('list.new')).to.equal('Nytt ärende');
  });

  it('does not render a disconnected host when a locale is registered', async () => {
    const {host} = await localize({locale: 'en'});
    const {renderCount} = host;
    host.remove();
    registerLocale('sv', {});
    await host.updateComplete;
    expect(host.renderCount).to.equal(renderCount);
  });

  it('updates when the host’s locale and messages change', async () => {
    const {host, controller} = await localize({locale: 'en-GB'});
    Object.assign(host, {locale: 'de', messages: german});
    host.requestUpdate();
    await host.updateComplete;
    expect(controller.value.locale).to.equal('de');
    expect(controller.value('list.heading')).to.equal('Anfragen');
  });

  it('updates when the host moves to an element with another lang', async () => {
    const {host, controller} = await localize({parent: tagged('en-GB')});
    await connectHost(host, tagged('en-IN'));
    expect(controller.value.locale).to.equal('en-IN');
  });

  it('keeps the same translator between updates when nothing has changed', async () => {
    const {host, controller} = await localize({locale: 'en-GB'});
    const before = controller.value;
    host.requestUpdate();
    await host.updateComplete;
    expect(host).to.be.instanceOf(ControllerHost).and.have.property('renderCount').above(1);
    expect(controller.value).to.equal(before);
  });
});
