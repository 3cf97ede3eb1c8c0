import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {languages} from '../../src/i18n/languages.js';

const page = readFileSync(new URL('../../docs/languages.md', import.meta.url), 'utf8');

describe('docs/languages.md', () => {
  it('lists every language with its own name and its review', () => {
    const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.+) \| (\w+) \|$/gm)].map(([, ...cells]) => cells);
    const expected = Object.entries(languages).map(([tag, {name, review}]) => [tag, name, review]);
    assert.deepEqual(rows, expected);
  });

  it('lists only languages that have a module', () => {
    for (const tag of Object.keys(languages)) {
      assert(existsSync(new URL(`../../src/i18n/locales/${tag}.ts`, import.meta.url)), tag);
    }
  });
});
