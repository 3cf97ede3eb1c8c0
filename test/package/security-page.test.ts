import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {policies} from '../security/policies.js';

const page = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');

const examples: Readonly<Record<string, string>> = {
  files: 'https://cdn.jsdelivr.net',
  'api-origin': 'https://desk.example',
  nonce: 'R4nd0m',
  hash: 'sha384-…',
};

describe('docs/security.md', () => {
  it('has the policies that npm run test:security tries, and no other', () => {
    const documented = [...page.matchAll(/^Content-Security-Policy: (.+)$/gm)].map(([, policy]) => policy);
    const tried = Object.values(policies).map(({policy}) =>
      policy.replace(/\{([a-z-]+)\}/g, (_all, name: string) => examples[name]!),
    );
    assert.deepEqual(documented, tried);
  });

  it('names only tests that exist', () => {
    const files = [...page.matchAll(/`(test\/[\w./-]+)`/g)].map(([, file]) => file!);
    assert(files.length > 5);
    for (const file of files) assert.doesNotThrow(() => readFileSync(new URL(`../../${file}`, import.meta.url)), file);
  });
});
