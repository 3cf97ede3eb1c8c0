import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk} from '../../../demo/desk/browser.js';
import {ReadyEvent} from '../../../src/contract/session-events.js';
import {registerLocale} from '../../../src/i18n/registry.js';
import type {Messages} from '../../../src/i18n/translator.js';
import {deferred} from '../../support/deferred.js';
import {ListHarness} from '../../support/list-harness.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

describe('lazy-loaded locale', () => {
  const locale = deferred<Partial<Messages>>();

  it('hides the element while it loads tickets, and dispatches isp-ready when it arrives', async () => {
    registerLocale('mi', () => locale.promise);
    const desk = createBrowserDesk();
    const list = await ListHarness.mount(desk, {properties: {locale: 'mi'}, waitForReady: false});
    let isReady = false;
    list.element.addEventListener(ReadyEvent.type, () => (isReady = true));
    const opacity = (): string => getComputedStyle(list.element.shadowRoot!.querySelector('.root')!).opacity;
    expect(opacity()).to.equal('0');
    expect(isReady).to.be.false;
    await waitForNetworkIdle(desk);
    expect(list.rows).not.to.be.empty;
    locale.resolve({'list.heading': 'Ngā tono'});
    await list.waitUntil(() => list.heading.textContent?.trim() === 'Ngā tono');
    expect(opacity()).to.equal('1');
    expect(isReady).to.be.true;
  });
});
