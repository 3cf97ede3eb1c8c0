import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {elements} from './manifest.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const unnamed = (words: readonly (string | undefined)[]): string[] =>
  words.filter(word => word !== undefined && !readme.includes(`\`${word}\``)) as string[];

describe('README.md', () => {
  for (const {tagName, attributes, events} of elements) {
    it(`names every attribute of <${tagName}>`, () => {
      assert.deepEqual(unnamed((attributes ?? []).map(({name}) => name)), []);
    });

    it(`names every event of <${tagName}>`, () => {
      assert.deepEqual(unnamed((events ?? []).map(({name}) => name)), []);
    });
  }
});
