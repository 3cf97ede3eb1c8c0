import {expect} from '@open-wc/testing';

import {en} from '../../../src/i18n/locales/en.js';
import {createWords} from '../../../src/i18n/translator.js';
import {guidance} from '../../../src/ui/form/guidance.js';
import {renderTemplate} from '../../support/render-template.js';
import {queryAllByRole} from '../../support/role-queries.js';

const words = createWords('en');

const lines = (category: string, hint: string | null = null): string[] =>
  queryAllByRole(renderTemplate(guidance(category, hint, words)), 'listitem').map(line => line.textContent ?? '');

describe('what to say about a kind of trouble', () => {
  for (const category of ['general', 'billing', 'connectivity', 'slow_speed', 'wifi'] as const) {
    it(`has a list of its own for ${category}`, () => {
      expect(lines(category)).to.eql(en[`guidance.${category}`].split('\n'));
      expect(lines(category).length).to.be.at.least(3);
    });
  }

  it('is the general list for every other kind', () => {
    for (const other of ['other', 'tv', '', 'constructor']) expect(lines(other)).to.eql(lines('general'));
  });

  it('is what the operator says, where they say something', () => {
    expect(lines('billing', 'The invoice number\nThe bank')).to.eql(['The invoice number', 'The bank']);
  });

  // The rows of the table in the portal's documentation.
  const asked: Readonly<Record<string, readonly RegExp[]>> = {
    slow_speed: [/speed/i, /measure/i, /device/i, /wi-?fi|cable/i, /time of day/i, /restart/i],
    connectivity: [/when/i, /device/i, /lights/i, /off and on/i],
    wifi: [/when/i, /device/i, /lights/i, /name or password/i, /far from the router/i, /off and on/i],
    billing: [/invoice number/i, /date/i, /amount/i],
    general: [/want to do/i, /happens/i, /tried/i],
  };
  for (const [category, points] of Object.entries(asked)) {
    it(`asks for all that helps with ${category}`, () => {
      for (const point of points) expect(lines(category).join('\n')).to.match(point);
    });
  }
});
