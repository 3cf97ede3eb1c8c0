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
    for (const folder of ['src', 'src/ui', 'src/ui/primitives', '.ci/build']) setModifiedTime(folder, 1);
    for (const source of sources) setModifiedTime(source, 1);
    setModifiedTime(script, 2);
  });

  afterEach(() => rmSync(checkout, {recursive: true}));

  const setModifiedTime = (path: string, minute: number): void => utimesSync(checkout + path, minute * 60, minute * 60);

  it('is not built again if it is newer than its sources and build tools', () => {
    assert.equal(isBuilt(checkout), true);
  });

  it('is built if it does not exist', () => {
    rmSync(checkout + script);
    assert.equal(isBuilt(checkout), false);
  });

  for (const source of sources) {
    it(`is built again if ${source} is newer`, () => {
      setModifiedTime(source, 3);
      assert.equal(isBuilt(checkout), false);
    });
  }

  it('is built again if a source has been removed', () => {
    rmSync(`${checkout}src/ui/primitives/icons.ts`);
    assert.equal(isBuilt(checkout), false);
  });
});
