// `npm run test:mutants`: breaks the source on purpose, one line at a time, and prints which test fails.
// `npm run test:mutants -- outbox` runs only the mutants of files whose path contains this text.
// `npm run test:mutants -- --browser` runs those whose tests need a browser, one after the other.
import {spawn} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

import {ensureBuilt} from '../../demo/build.js';
import {browserMutants} from './browser-mutants.js';
import {mutants} from './mutants.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isBrowser = process.argv.includes('--browser');
const forBrowser = [
  '.ci/bootstrap.js',
  'dist',
  'package-lock.json',
  'test/browser',
  'test/browser.js',
  'test/folders.js',
  'test/run.js',
];
const copied = ['.ci/tests', 'demo/desk', 'docs/openapi.yaml', 'src', 'test/mutants', 'test/support', 'test/unit'];
const settings = ['package.json', 'tsconfig.json', 'web-test-runner.config.js'];

/** A test that takes longer than this, in milliseconds, has failed because of the mutant. */
const testTimeout = isBrowser ? 240_000 : 60_000;

function copyProject() {
  const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
  for (const path of [...copied, ...settings, ...(isBrowser ? forBrowser : [])])
    cpSync(join(root, path), join(copy, path), {recursive: true});
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

/** The names of the tests that fail or time out. */
function failedTests(copy, tests, limit) {
  const nodeOptions = [
    '--import',
    'tsx',
    '--test',
    '--test-reporter=./test/mutants/failed-tests-reporter.js',
    ...tests,
  ];
  const browserOptions = ['test/run.js', ...tests.flatMap(test => ['--files', test])];
  const options = isBrowser ? browserOptions : nodeOptions;
  const namesIn = output =>
    isBrowser ? [...output.matchAll(/❌ (.*)/g)].map(([, name]) => name) : output.split('\n').filter(Boolean);
  const child = spawn(process.execPath, options, {cwd: copy, stdio: ['ignore', 'pipe', 'inherit']});
  let text = '';
  let isTimedOut = false;
  const onTimeout = () => {
    isTimedOut = true;
    child.kill();
  };
  const timer = limit && setTimeout(onTimeout, limit);
  child.stdout.on('data', data => (text += data));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(isTimedOut ? ['(a test that does not end)'] : namesIn(text)));
  }).finally(() => clearTimeout(timer));
}

/** Applies a mutant to a copy of the project while the callback runs. */
async function withMutant(copy, {file, from, to}, callback) {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  const count = source.split(from).length - 1;
  if (count !== 1) throw new Error(`${file} contains this text ${count} times instead of once: ${from}`);
  // A function, because a text may contain `$&`.
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  try {
    return await callback();
  } finally {
    writeFileSync(path, source);
  }
}

/** Runs a task for each item, as many at a time as there are copies of the project. */
async function forEachOnCopies(copies, items, task) {
  const queue = [...items];
  const work = async copy => {
    for (let item = queue.shift(); item; item = queue.shift()) await task(copy, item);
  };
  await Promise.all(copies.map(work));
}

const [text = ''] = process.argv.slice(2).filter(argument => argument !== '--browser');
const selected = (isBrowser ? browserMutants : mutants).filter(({file}) => file.includes(text));
// The tests in the browser load the language packs of the build.
if (isBrowser) ensureBuilt();
// They use all processors.
const copies = Array.from({length: isBrowser ? 1 : availableParallelism()}, copyProject);
let survivors = 0;
try {
  const tests = [...new Set(selected.flatMap(mutant => mutant.tests))];
  const broken = await failedTests(copies[0], tests);
  if (broken.length > 0) throw new Error(`Without a mutant these tests fail:\n${broken.join('\n')}`);
  await forEachOnCopies(copies, selected, async (copy, mutant) => {
    const failed = await withMutant(copy, mutant, () => failedTests(copy, mutant.tests, testTimeout));
    const killers = failed.filter(name => name !== '!');
    if (killers.length === 0) survivors += 1;
    const verdict = killers.length > 0 ? 'killed  ' : failed.length > 0 ? 'invalid ' : 'SURVIVED';
    const {promise = `${mutant.from} → ${mutant.to || '(removed)'}`} = mutant;
    console.log(`${verdict} ${mutant.file}: ${promise}`);
    if (killers.length > 0) console.log(`         ${killers[0]}`);
  });
} catch (error) {
  survivors += 1;
  console.error(error.message);
} finally {
  for (const copy of copies) rmSync(copy, {recursive: true, force: true});
}
console.log(`${selected.length} mutants, ${survivors} survived`);
process.exitCode = survivors > 0 ? 1 : 0;
