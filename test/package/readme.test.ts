import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {elements} from './manifest.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');
const snippets = [...readme.matchAll(/^```html\n(.*?)^```/gms)].map(([, snippet = '']) => snippet);
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

  for (const snippet of snippets) {
    const tags = new Set(snippet.match(/<isp-[\w-]+/g));
    it(`has all that ${[...tags].join('>, ')}> needs to be pasted as it is`, () => {
      assert.match(snippet, /<script src="[^"]*isp-support\.js"/);
      assert.match(snippet, /\.tokenProvider = /);
      for (const tag of tags) assert.match(snippet, new RegExp(`${tag} api-base="`));
    });
  }

  it('counts the operations of the contract, and those that a backend has to have', () => {
    const counts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
    const operations = read('docs/openapi.yaml').match(/operationId:/g) ?? [];
    const required = read('src/contract/backend.ts').match(/^ {2}\w+\(/gm) ?? [];
    const inWords = (list: readonly string[]): string => counts[list.length - 1] ?? '';
    assert.match(readme, new RegExp(`${inWords(operations)} operations. ${inWords(required)} are required`, 'i'));
  });
});
