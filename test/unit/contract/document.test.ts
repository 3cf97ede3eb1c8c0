import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {expect} from 'chai';

import {defaultConfig} from '../../../src/contract/config.js';

const document = readFileSync(new URL('../../../docs/openapi.yaml', import.meta.url), 'utf8');

/** The words in code format of a row of the table of defaults. */
const defaultsOf = (property: string): string[] => {
  const row = document.split('\n').find(line => line.includes(`| ${property} |`)) ?? '';
  return [...(row.split('|')[2] ?? '').matchAll(/`(\w+)`/g)].map(([, word]) => word!);
};

describe('the built-in defaults in the contract’s document', () => {
  for (const [property, choices] of [
    ['`categories`', defaultConfig.categories],
    ['`priorities`', defaultConfig.priorities],
  ] as const) {
    it(`are those of the elements: ${property}`, () => {
      expect(defaultsOf(property)).to.eql(choices.map(({value}) => value));
    });
  }

  it('are those of the elements: the selected choices and the limit of the subject', () => {
    expect(defaultsOf('`default_category`, `default_priority`')).to.eql([
      defaultConfig.defaultCategory,
      defaultConfig.defaultPriority,
    ]);
    expect(document).to.contain(`| \`limits\` | ${defaultConfig.subjectLimit} for the subject`);
  });
});
