import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {allMatches, namesOf} from './manifest.js';

const page = readFileSync(new URL('../../docs/theming.md', import.meta.url), 'utf8');
/** What the first column of each table names. */
const named = [...page.matchAll(/^\| (`.+?`) \|/gm)].map(([, cell = '']) => cell).join(' ');

describe('docs/theming.md', () => {
  it('names every token, and no other', () => {
    assert.deepEqual(allMatches(named, /`(--isp-[\w-]+)`/g), namesOf('cssProperties'));
  });

  it('names every state, and no other', () => {
    assert.deepEqual(allMatches(named, /`([a-z][\w-]+)`/g), namesOf('cssStates'));
  });

  it('names no slot or part that there is none of', () => {
    const slots = allMatches(page.match(/Slots for your own content: (.+)\. Every/)![1]!, /`([\w-]+)`/g);
    assert.deepEqual(slots, namesOf('slots'));
    const parts = [...page.matchAll(/::part\(([\w -]+)\)/g)].flatMap(([, names = '']) => names.split(' '));
    assert(parts.length > 0);
    assert(parts.every(part => namesOf('cssParts').includes(part)));
  });
});
