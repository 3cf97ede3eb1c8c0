import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {parse} from 'acorn';

const text = readFileSync(new URL('../../../dist/standalone/isp-support.js', import.meta.url), 'utf8');

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

  for (const [what, pattern] of [
    ['has no zod, which would share its configuration with the page', /_zod/],
    ['makes no code of text', /\bFunction\(|\beval\(/],
    ['loads nothing after itself', /\bimport\(/],
    ['carries no development build', /Lit is in dev mode/],
    ['has no indentation left in its styles and templates', /\n {2}/],
  ] as const) {
    it(what, () => {
      assert(!pattern.test(text), `${pattern} is in it`);
    });
  }
});
