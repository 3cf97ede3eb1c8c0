import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {hosts} from '../hosts/hosts.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Lines without their indentation, which differs between an app and the page. */
const flush = (code: string): string => code.replace(/^[^\S\n]+/gm, '').trim();

const page = read('docs/frameworks.md');
const snippets = [...page.matchAll(/^<!-- (demo\/\S+) -->\n\n```\w+\n(.*?)^```/gms)].map(
  ([, path = '', code = '']) => ({path, code}),
);

describe('docs/frameworks.md', () => {
  for (const {folder, name} of hosts) {
    it(`has markup from the app for ${name}`, () => {
      const own = snippets.filter(({path}) => path.startsWith(`demo/hosts/${folder}/`));
      assert(own.some(({code}) => /<isp-support|<IspSupport/.test(code)));
    });
  }

  for (const {path, code} of snippets) {
    it(`has the same code as ${path}: ${code.split('\n')[0]}`, () => {
      assert(flush(read(path)).includes(flush(code)), `${path} does not have:\n${code}`);
    });
  }
});
