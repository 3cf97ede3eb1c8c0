import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {SourceMap, type SourceMapPayload} from 'node:module';
import {describe, it} from 'node:test';
import {parse, tokenizer} from 'acorn';

const read = (name: string): string =>
  readFileSync(new URL(`../../../dist/standalone/${name}`, import.meta.url), 'utf8');
/** Without the byte-order mark, which engines remove. */
const text = read('isp-support.js').replace(/^\uFEFF/, '');

describe('the standalone file', () => {
  it('is a classic script of one expression, which declares no globals', () => {
    const {body} = parse(text, {ecmaVersion: 2022, sourceType: 'script'});
    assert.deepEqual(
      body.map(({type}) => type),
      ['ExpressionStatement'],
    );
  });

  it('uses no ES2022 syntax except private names and fields', () => {
    // A static block is a syntax error in Safari before 16.4, and takes the whole file with it.
    const syntax = JSON.stringify(parse(text, {ecmaVersion: 2022, sourceType: 'script'}));
    assert(!syntax.includes('"type":"StaticBlock"'));
  });

  it('contains neither Function nor eval', () => {
    const names = [...tokenizer(text, {ecmaVersion: 2022})].map(token => (token as {value?: unknown}).value);
    assert(names.includes('globalThis'), 'the names were not collected');
    assert.deepEqual(
      names.filter(name => name === 'Function' || name === 'eval'),
      [],
    );
  });

  it('has a source map that leads to the sources', () => {
    const [, name] = /\/\/# sourceMappingURL=(.+)$/.exec(text) ?? [];
    const payload = JSON.parse(read(name!)) as SourceMapPayload;
    const message = 'Choose a ticket to read it here.';
    const before = text.slice(0, text.indexOf(message)).split('\n');
    const entry = new SourceMap(payload).findEntry(before.length - 1, before.at(-1)!.length - 1);
    assert('originalSource' in entry);
    assert.match(entry.originalSource, /src\/i18n\/locales\/en\.ts$/);
    const source = payload.sourcesContent[payload.sources.findIndex(each => each.endsWith('src/i18n/locales/en.ts'))]!;
    assert(source.split('\n')[entry.originalLine]!.includes(message));
  });

  for (const [name, pattern] of [
    ['has no dynamic import', /\bimport\(/],
    ['contains no development build of Lit', /Lit is in dev mode/],
    ['has no indentation left in its styles and templates', /\n {2}/],
  ] as const) {
    it(name, () => {
      assert(!pattern.test(text), `it matches ${pattern}`);
    });
  }
});
