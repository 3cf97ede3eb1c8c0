import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {registerLocale} from '../../../src/i18n/registry.js';
import {elementTags} from '../../support/element-tags.js';
import {localeTags, loadLocale} from '../../support/locales.js';
import {findOverflowInEachState, type DisplaySettings} from '../../support/overflow-states.js';
import {setViewport} from '../../support/viewport.js';

const displays: Readonly<Record<string, DisplaySettings>> = {
  'at 200 % text size': {fontSize: '32px'},
  'with a default font size of 24 px in the browser': {browserFontSize: 24},
  'with a default font size of 32 px in the browser': {browserFontSize: 32},
  'at the largest text size of a phone, 320 %': {width: 390, fontSize: '51.2px'},
  // https://www.w3.org/WAI/WCAG22/Understanding/text-spacing.html
  'with WCAG text spacing': {
    styles: `
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`,
  },
  'at 240 px': {width: 240},
  'at the narrowest width with two columns': {width: 900},
};

describe('reflow', () => {
  before(() => setViewport({width: 1000, height: 800}));

  for (const [what, display] of Object.entries(displays)) {
    for (const tag of elementTags) {
      it(`nothing overflows ${what}: <${tag}>`, async () => {
        expect(await findOverflowInEachState(tag, display)).to.eql([]);
      });
    }
  }

  for (const locale of localeTags) {
    it(`nothing overflows in ${locale} at 320 px, nor in the list at the narrowest width with columns`, async () => {
      registerLocale(locale, await loadLocale(locale));
      const found = await findOverflowInEachState('isp-ticket-list', {locale, width: 900});
      for (const tag of elementTags) found.push(...(await findOverflowInEachState(tag, {locale})));
      expect(found).to.eql([]);
    }).timeout(20_000);
  }
});
