// `npm run manifest` writes custom-elements.json; with `--check` it only says whether it is up to date.
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = `${root}custom-elements.json`;

const manifest = await cli({argv: ['analyze', '--quiet'], cwd: root, noWrite: true});
const text = `${JSON.stringify(manifest, null, 2)}\n`;
const isFresh = existsSync(file) && readFileSync(file, 'utf8') === text;

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (!isFresh) {
  console.error('custom-elements.json is not what the sources say. Write it anew: npm run manifest');
  process.exitCode = 1;
}
