// `npm run coverage` runs the tests of Node and of the browser, and prints the coverage of src by folder. With options,
// which are those of @web/test-runner, it runs the browser tests that they select: `npm run coverage -- --files …`.
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {findBrowser} from '../bootstrap.js';
import {coverageByFolder} from './report.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const options = process.argv.slice(2);

const nodeTests = [
  ...['c8', '--reporter=json', '--report-dir=coverage/node', '--temp-directory=coverage/node/raw'],
  ...['--exclude-after-remap', '--include=src/**', 'npm', 'run', 'test:node'],
];
const browserTests = ['wtr', '--coverage', ...options];

const npx = args => spawnSync('npx', args, {cwd: root, stdio: 'inherit', shell: process.platform === 'win32'}).status;

rmSync(`${root}coverage`, {recursive: true, force: true});
process.env.CHROME_PATH = findBrowser();
const failed = (options.length > 0 ? [browserTests] : [nodeTests, browserTests]).filter(args => npx(args) !== 0);

const reports = ['node', 'browser']
  .map(kind => `${root}coverage/${kind}/coverage-final.json`)
  .filter(file => existsSync(file))
  .map(file => JSON.parse(readFileSync(file, 'utf8')));
const summary = coverageByFolder(root, reports);
mkdirSync(`${root}coverage`, {recursive: true});
writeFileSync(`${root}coverage/summary.txt`, `${summary}\n`);
console.log(summary);
if (failed.length > 0) process.exitCode = 1;
