import {expect} from '@open-wc/testing';

import {en} from '../../../src/i18n/locales/en.js';
import {createTranslator} from '../../support/translator.js';
import {guidance} from '../../../src/ui/form/guidance.js';
import {renderTemplate} from '../../support/render-template.js';
import {queryAllByRole} from '../../support/role-queries.js';

const t = createTranslator('en');

const linesOf = (category: string, hint: string | null = null): string[] =>
  queryAllByRole(renderTemplate(guidance(category, hint, t)), 'listitem').map(line => line.textContent ?? '');

describe('guidance', () => {
  for (const category of ['general', 'billing', 'connectivity', 'slow_speed', 'wifi'] as const) {
    it(`has its own checklist for ${category}`, () => {
      expect(linesOf(category)).to.eql(en[`guidance.${category}`].split('\n'));
      expect(linesOf(category).length).to.be.at.least(3);
    });
  }

  for (const category of ['other', 'tv', '', 'constructor']) {
    it(`has the general checklist for “${category}”`, () => expect(linesOf(category)).to.eql(linesOf('general')));
  }

  it('has the operator’s hint instead if there is one', () => {
    expect(linesOf('billing', 'The invoice number\nThe bank')).to.eql(['The invoice number', 'The bank']);
  });

  // The rows of the table in the portal's documentation.
  const requiredPoints: Readonly<Record<string, readonly RegExp[]>> = {
    slow_speed: [/speed/i, /measure/i, /device/i, /wi-?fi|cable/i, /time of day/i, /restart/i],
    connectivity: [/when/i, /device/i, /lights/i, /off and on/i],
    wifi: [/when/i, /device/i, /lights/i, /name or password/i, /far from the router/i, /off and on/i],
    billing: [/invoice number/i, /date/i, /amount/i],
    general: [/trying to do/i, /happened/i, /tried/i],
  };
  for (const [category, points] of Object.entries(requiredPoints)) {
    it(`asks for everything that the documentation lists for ${category}`, () => {
      for (const point of points) expect(linesOf(category).join('\n')).to.match(point);
    });
  }
});
