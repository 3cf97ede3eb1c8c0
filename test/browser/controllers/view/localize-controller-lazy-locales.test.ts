import {expect, waitUntil} from '@open-wc/testing';

import {LocalizeController} from '../../../../src/controllers/view/localize-controller.js';
import {en} from '../../../../src/i18n/locales/en.js';
import {warnAboutUnknownKeys} from '../../../../src/i18n/unknown-keys.js';
import {registerLocale} from '../../../../src/i18n/registry.js';
import type {Messages} from '../../../../src/i18n/translator.js';
import {connectHost, createHost, removeHosts} from '../../../support/controller-host.js';
import {deferred, type Deferred} from '../../../support/deferred.js';
import {FakeTime} from '../../../support/fake-time.js';

const gaelic: Partial<Messages> = {'list.heading': 'Tagairtí'};

describe('localize controller with a lazy-loaded locale', () => {
  let time: FakeTime;
  let fetches: Deferred<Partial<Messages>>[];

  beforeEach(() => {
    time = new FakeTime();
    fetches = [];
    registerLocale('ga', () => {
      fetches.push(deferred());
      return fetches.at(-1)!.promise;
    });
  });

  afterEach(() => {
    removeHosts();
    time.restore();
  });

  const host = async (locale = 'ga', messages?: Partial<Messages>) => {
    const made = createHost({locale, messages}, each => new LocalizeController(each, en, warnAboutUnknownKeys));
    await connectHost(made.host);
    return made;
  };
  const isEnglish = ({value}: LocalizeController): boolean =>
    value('list.heading') === en['list.heading'] && value.locale === 'en';

  async function arrives(messages = gaelic): Promise<void> {
    fetches.at(-1)!.resolve(messages);
    await fetches.at(-1)!.promise;
    await Promise.resolve();
  }

  async function fails(): Promise<void> {
    fetches.at(-1)!.reject(new TypeError('Failed to fetch'));
    await fetches.at(-1)!.promise.catch(() => undefined);
    await Promise.resolve();
  }

  it('waits for the locale and uses it when it has loaded', async () => {
    const {host: element, controller} = await host('ga-IE');
    expect(controller.isWaiting).to.be.true;
    await arrives();
    await element.updateComplete;
    expect(controller.isWaiting).to.be.false;
    expect(controller.value('list.heading')).to.equal('Tagairtí');
    expect(controller.value.locale).to.equal('ga-IE');
  });

  it('falls back to English after 300 ms and switches when the locale has loaded', async () => {
    const {host: element, controller} = await host();
    time.advance(299);
    expect(controller.isWaiting).to.be.true;
    const {renderCount} = element;
    time.advance(1);
    expect(controller.isWaiting).to.be.false;
    await element.updateComplete;
    expect(element.renderCount).to.equal(renderCount + 1);
    expect(isEnglish(controller)).to.be.true;
    await arrives();
    await element.updateComplete;
    expect(controller.value('list.heading')).to.equal('Tagairtí');
  });

  it('loads the locale once for all hosts', async () => {
    const hosts = await Promise.all([host(), host('ga-GB'), host()]);
    expect(fetches).to.have.length(1);
    await arrives();
    await host();
    expect(fetches).to.have.length(1);
    expect(hosts.map(({controller}) => controller.value('list.heading'))).to.eql(['Tagairtí', 'Tagairtí', 'Tagairtí']);
  });

  it('does not load a locale that no host uses', async () => {
    await host('en');
    await host('nl');
    expect(fetches).to.be.empty;
  });

  it('falls back to English at once when loading fails, and retries after 30 s', async () => {
    const {host: element, controller} = await host();
    await fails();
    await element.updateComplete;
    expect(controller.isWaiting).to.be.false;
    expect(isEnglish(controller)).to.be.true;
    time.advance(29_000);
    element.requestUpdate();
    await element.updateComplete;
    expect(fetches).to.have.length(1);
    time.advance(1_000);
    element.requestUpdate();
    await element.updateComplete;
    expect(fetches).to.have.length(2);
    expect(controller.isWaiting).to.be.false;
    await arrives();
    await element.updateComplete;
    expect(controller.value('list.heading')).to.equal('Tagairtí');
  });

  it('keeps the previous locale until the new one has loaded', async () => {
    registerLocale('sv', {'list.heading': 'Ärenden'});
    const {host: element, controller} = await host('sv');
    Object.assign(element, {locale: 'ga'});
    element.requestUpdate();
    await element.updateComplete;
    expect(controller.isWaiting).to.be.false;
    expect(controller.value('list.heading')).to.equal('Ärenden');
    expect(controller.value.locale).to.equal('sv');
    await arrives();
    await element.updateComplete;
    expect(controller.value('list.heading')).to.equal('Tagairtí');
  });

  it('merges the locale with the host’s messages', async () => {
    const {host: element, controller} = await host('ga', {'list.new': 'Tagairt nua'});
    expect(controller.value('list.new')).to.equal('Tagairt nua');
    expect(controller.value.locale).to.equal('ga');
    await arrives();
    await element.updateComplete;
    expect(controller.value('list.heading')).to.equal('Tagairtí');
    expect(controller.value('list.new')).to.equal('Tagairt nua');
  });

  it('does not wait again when the host reconnects while the locale loads', async () => {
    const {host: element, controller} = await host();
    element.remove();
    await connectHost(element);
    expect(controller.isWaiting).to.be.false;
    expect(time.pendingDelays).to.eql([]);
  });
});

describe('localize controller with an unknown message key', () => {
  it('warns once for each unknown key', async () => {
    const warnings: unknown[] = [];
    const {warn} = console;
    console.warn = (...data: unknown[]) => warnings.push(...data);
    const messages = {'list.headnig': 'Anfragen', 'status.on_hold': 'Ruht', 'list.new': 'Neu'};
    for (const each of [messages, {...messages}]) {
      await connectHost(
        createHost({locale: 'en', messages: each}, host => new LocalizeController(host, en, warnAboutUnknownKeys)).host,
      );
    }
    await waitUntil(() => warnings.length > 0);
    console.warn = warn;
    removeHosts();
    expect(warnings).to.eql(['isp-support-elements: no message is called list.headnig. See docs/languages.md']);
  });
});
