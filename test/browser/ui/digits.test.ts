import {expect} from '@open-wc/testing';

import {createTranslator} from '../../support/translator.js';
import {formatDateTime, formatRelativeTime} from '../../../src/ui/text/time.js';

const instant = '2026-03-12T10:15:00Z';
const now = Date.parse('2026-03-12T15:20:00Z');

describe('digits', () => {
  for (const [locale, digit] of [
    ['ar', /[0-9]/],
    ['ar-EG', /[٠-٩]/],
    ['fa', /[۰-۹]/],
    ['ur', /[0-9]/],
    ['bn', /[০-৯]/],
    ['hi', /[0-9]/],
  ] as const) {
    it(`of numbers and times are the same in each engine: ${locale} has ${digit.source}`, () => {
      const t = createTranslator(locale);
      const texts = [t.formatNumber(12), formatDateTime(instant, t, 'UTC'), formatRelativeTime(instant, t, 'UTC', now)];
      for (const text of texts) {
        expect(text).to.match(digit);
        expect(text.replace(new RegExp(digit, 'g'), '')).not.to.match(/\p{Nd}/u);
      }
    });
  }
});
