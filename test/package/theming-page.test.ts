import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {allMatches, namesOf} from './manifest.js';

const page = readFileSync(new URL('../../docs/theming.md', import.meta.url), 'utf8');
/** The first column of all tables. */
const firstColumn = [...page.matchAll(/^\| (`.+?`) \|/gm)].map(([, cell = '']) => cell).join(' ');

describe('docs/theming.md', () => {
  it('lists exactly the custom properties of the elements', () => {
    assert.deepEqual(allMatches(firstColumn, /`(--isp-[\w-]+)`/g), namesOf('cssProperties'));
  });

  it('lists exactly the custom states of the elements', () => {
    assert.deepEqual(allMatches(firstColumn, /`([a-z][\w-]+)`/g), namesOf('cssStates'));
  });

  it('names only slots and parts that exist', () => {
    const slots = allMatches(page.match(/Slots for your own content: (.+)\. Every/)![1]!, /`([\w-]+)`/g);
    assert.deepEqual(slots, namesOf('slots'));
    const parts = [...page.matchAll(/::part\(([\w -]+)\)/g)].flatMap(([, names = '']) => names.split(' '));
    assert(parts.length > 0);
    assert(parts.every(part => namesOf('cssParts').includes(part)));
  });
});
