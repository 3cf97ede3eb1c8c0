import {expect} from '@open-wc/testing';

import '../../src/define/all.js';
import {createBrowserDesk} from '../../demo/desk/browser.js';
import {ReadyEvent} from '../../src/contract/session-events.js';
import {registerLocale} from '../../src/messages/locales.js';
import type {Messages} from '../../src/messages/words.js';
import {deferred} from '../support/deferred.js';
import {ListHarness} from '../support/list-harness.js';
import {settled} from '../support/settled.js';

describe('an element whose words are on their way', () => {
  const words = deferred<Partial<Messages>>();

  it('has its room, shows nothing, and asks for its tickets meanwhile; with its words it is ready', async () => {
    registerLocale('mi', () => words.promise);
    const desk = createBrowserDesk();
    const list = await ListHarness.open(desk, {with: {locale: 'mi'}, untilReady: false});
    let isReady = false;
    list.element.addEventListener(ReadyEvent.type, () => (isReady = true));
    await settled(desk);
    const {opacity} = getComputedStyle(list.element.shadowRoot!.querySelector('.root')!);
    // On a slow machine the 300 milliseconds are over by now, and all of it is there in English.
    expect(opacity).to.equal(isReady ? '1' : '0');
    expect(list.rows).not.to.be.empty;
    words.resolve({'list.heading': 'Ngā tono'});
    await list.until(() => list.heading.textContent?.trim() === 'Ngā tono');
    expect(getComputedStyle(list.element.shadowRoot!.querySelector('.root')!).opacity).to.equal('1');
    expect(isReady).to.be.true;
  });
});
