import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

import '../../../src/define/all.js';
import {registerLocale} from '../../../src/i18n/registry.js';
import {elementTags} from '../../support/element-tags.js';
import {localeTags, loadLocale} from '../../support/locales.js';
import {findOverflowInEachState, type DisplaySettings} from '../../support/overflow-states.js';

const readers: Readonly<Record<string, DisplaySettings>> = {
  'in text of twice the size': {fontSize: '32px'},
  'in the largest text of a phone, 320 %': {width: 390, fontSize: '51.2px'},
  // https://www.w3.org/WAI/WCAG22/Understanding/text-spacing.html
  'in text that is spaced as WCAG asks for': {
    styles: `
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`,
  },
  'in a place of 240 pixels': {width: 240},
};

describe('what an element says', () => {
  before(() => setViewport({width: 1000, height: 800}));

  for (const [what, reader] of Object.entries(readers)) {
    for (const tag of elementTags) {
      it(`is all there ${what}: <${tag}>`, async () => {
        expect(await findOverflowInEachState(tag, reader)).to.eql([]);
      });
    }
  }

  for (const locale of localeTags) {
    it(`is all there in ${locale}, on a phone of 320 pixels, and where its columns are narrowest`, async () => {
      registerLocale(locale, await loadLocale(locale));
      const found = await findOverflowInEachState('isp-ticket-list', {locale, width: 900});
      for (const tag of elementTags) found.push(...(await findOverflowInEachState(tag, {locale})));
      expect(found).to.eql([]);
    }).timeout(20_000);
  }
});
