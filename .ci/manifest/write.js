// `npm run manifest` writes custom-elements.json and the pages of docs/reference; `--check` fails if they are out of
// date.
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {referencePages} from './reference.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = 'docs/reference';

const manifest = await cli({argv: ['analyze', '--quiet'], cwd: root, noWrite: true});
const files = new Map([
  ['custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`],
  ...[...referencePages(manifest)].map(([name, text]) => [`${folder}/${name}`, text]),
]);

mkdirSync(root + folder, {recursive: true});
const obsolete = readdirSync(root + folder)
  .map(name => `${folder}/${name}`)
  .filter(file => file.endsWith('.md') && !files.has(file));

if (process.argv.includes('--check')) {
  const isFresh = ([file, text]) => existsSync(root + file) && readFileSync(root + file, 'utf8') === text;
  const stale = [...[...files].filter(entry => !isFresh(entry)).map(([file]) => file), ...obsolete];
  for (const file of stale) console.error(`${file} is out of date. Update it with: npm run manifest`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  for (const [file, text] of files) writeFileSync(root + file, text);
  for (const file of obsolete) rmSync(root + file);
}
