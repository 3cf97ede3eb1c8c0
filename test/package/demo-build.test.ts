import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';

import {isBuilt} from '../../demo/build.js';

const script = 'dist/standalone/isp-support.js';
const sources = [
  'src/ui/primitives/icons.ts',
  '.ci/build/size.ts',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

describe('the script that the demo serves', () => {
  let checkout: string;

  beforeEach(() => {
    checkout = `${mkdtempSync(join(tmpdir(), 'checkout-'))}/`;
    for (const file of [...sources, script]) {
      mkdirSync(dirname(checkout + file), {recursive: true});
      writeFileSync(checkout + file, '');
    }
    for (const folder of ['src', 'src/ui', 'src/ui/primitives', '.ci/build']) writtenAt(folder, 1);
    for (const source of sources) writtenAt(source, 1);
    writtenAt(script, 2);
  });

  afterEach(() => rmSync(checkout, {recursive: true}));

  const writtenAt = (path: string, minute: number): void => utimesSync(checkout + path, minute * 60, minute * 60);

  it('is served as it is when it is newer than all it is made of and made by', () => {
    assert.equal(isBuilt(checkout), true);
  });

  it('is built when it is not there', () => {
    rmSync(checkout + script);
    assert.equal(isBuilt(checkout), false);
  });

  for (const source of sources) {
    it(`is built anew when a pull has brought another ${source}`, () => {
      writtenAt(source, 3);
      assert.equal(isBuilt(checkout), false);
    });
  }

  it('is built anew when a source has been removed', () => {
    rmSync(`${checkout}src/ui/primitives/icons.ts`);
    assert.equal(isBuilt(checkout), false);
  });
});
