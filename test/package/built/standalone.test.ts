import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {SourceMap, type SourceMapPayload} from 'node:module';
import {describe, it} from 'node:test';
import {parse, tokenizer} from 'acorn';

const read = (name: string): string =>
  readFileSync(new URL(`../../../dist/standalone/${name}`, import.meta.url), 'utf8');
/** As an engine reads it: the byte-order mark is no part of it. */
const text = read('isp-support.js').replace(/^\uFEFF/, '');

describe('the standalone file', () => {
  it('is a classic script of one call, which declares nothing on the page', () => {
    const {body} = parse(text, {ecmaVersion: 2022, sourceType: 'script'});
    assert.deepEqual(
      body.map(({type}) => type),
      ['ExpressionStatement'],
    );
  });

  it('has nothing of ES2022 but private names and fields', () => {
    // A static block is a syntax error in Safari before 16.4, and takes the whole file with it.
    const syntax = JSON.stringify(parse(text, {ecmaVersion: 2022, sourceType: 'script'}));
    assert(!syntax.includes('"type":"StaticBlock"'));
  });

  it('names nothing that generates code from text', () => {
    const names = [...tokenizer(text, {ecmaVersion: 2022})].map(token => (token as {value?: unknown}).value);
    assert(names.includes('globalThis'), 'names are not read');
    assert.deepEqual(
      names.filter(name => name === 'Function' || name === 'eval'),
      [],
    );
  });

  it('leads from its text to the sources', () => {
    const [, name] = /\/\/# sourceMappingURL=(.+)$/.exec(text) ?? [];
    const payload = JSON.parse(read(name!)) as SourceMapPayload;
    const words = 'Choose a ticket to read it here.';
    const before = text.slice(0, text.indexOf(words)).split('\n');
    const entry = new SourceMap(payload).findEntry(before.length - 1, before.at(-1)!.length - 1);
    assert('originalSource' in entry);
    assert.match(entry.originalSource, /src\/i18n\/locales\/en\.ts$/);
    const source = payload.sourcesContent[payload.sources.findIndex(each => each.endsWith('src/i18n/locales/en.ts'))]!;
    assert(source.split('\n')[entry.originalLine]!.includes(words));
  });

  for (const [what, pattern] of [
    ['loads nothing after itself', /\bimport\(/],
    ['carries no development build', /Lit is in dev mode/],
    ['has no indentation left in its styles and templates', /\n {2}/],
  ] as const) {
    it(what, () => {
      assert(!pattern.test(text), `${pattern} is in it`);
    });
  }
});
