import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {languages} from '../../src/i18n/languages.js';

const page = readFileSync(new URL('../../docs/languages.md', import.meta.url), 'utf8');

describe('docs/languages.md', () => {
  it('names every language, by its own name, and says who has read its words', () => {
    const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.+) \| (\w+) \|$/gm)].map(([, ...cells]) => cells);
    const expected = Object.entries(languages).map(([tag, {name, review}]) => [tag, name, review]);
    assert.deepEqual(rows, expected);
  });

  it('names none that there is no module of', () => {
    for (const tag of Object.keys(languages)) {
      assert(existsSync(new URL(`../../src/i18n/locales/${tag}.ts`, import.meta.url)), tag);
    }
  });
});
