// `npm run test:engines`: tests in the engines that `npm test` does not use.
import {ensureInstalled} from '../../.ci/bootstrap.js';
import {installEngines} from '../../.ci/tests/engines.js';
import {runBrowserTests, runPlaywrightTests} from '../../.ci/tests/runners.js';
import {installChromium112} from './chromium-112/install.js';
import {quickFiles} from './quick.js';
import {startWebkitDriver} from './webkit-driver.js';

const usage = `npm run test:engines                             runs the browser tests in Firefox and in WebKitGTK,
                                                 and the built standalone file in Chromium 112
npm run test:engines -- --quick                  runs the files that test/engines/quick.js names, for CI
npm run test:engines -- firefox|webkit|chromium-112   runs one engine
npm run test:engines -- firefox --files FILE …   runs some files, with options of @web/test-runner or Playwright`;

/** How each engine runs its tests, with options; `label` begins each line, if there are other engines at the same time. */
const engines = {
  firefox: (options, label) => runBrowserTests({name: 'firefox'}, options, {ENGINE: 'firefox'}, label),
  webkit: async (options, label) => {
    const env = {ENGINE: 'webkit', WEBDRIVER_PORT: String(await startWebkitDriver())};
    return runBrowserTests({name: 'webkit'}, options, env, label);
  },
  'chromium-112': options =>
    runPlaywrightTests({name: 'chromium-112'}, ['--config', 'test/engines/chromium-112', ...options], {
      CHROME_PATH: installChromium112(),
    }),
};

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const [first = '', ...rest] = args.filter(arg => arg !== '--quick');
const [selected, options] = first.startsWith('--') ? ['', [first, ...rest]] : [first, rest];

async function runEngine(engine, label) {
  const begin = Date.now();
  console.log(`\n${engine}`);
  const isSubset = isQuick && engine !== 'chromium-112' && options.length === 0;
  const count = await engines[engine](isSubset ? ['--files', ...quickFiles] : options, label);
  return {engine, seconds: Math.round((Date.now() - begin) / 1000), skipped: [], ...count};
}

/** Firefox and WebKitGTK at the same time, because both mostly wait for frames and timers. Then the others. */
async function runAll() {
  const both = await Promise.all(['firefox', 'webkit'].map(engine => runEngine(engine, engine)));
  return [...both, await runEngine('chromium-112')];
}

/** A skip says its reason at the end of its name: see test/support/capabilities.ts. */
const reasonOf = name => name.split(' — skipped: ')[1];

function reportSkips({engine, skipped}) {
  for (const reason of new Set(skipped.map(reasonOf))) {
    const names = skipped.filter(name => reasonOf(name) === reason);
    console.log(`\n${engine} skipped ${names.length}: ${reason ?? 'NO REASON'}`);
    for (const name of names) console.log(`  ${name.split(' — skipped: ')[0]}`);
  }
}

function reportReasons(counts) {
  console.log('\nskipped  why');
  for (const {engine, skipped} of counts) {
    for (const reason of new Set(skipped.map(reasonOf))) {
      const {length} = skipped.filter(name => reasonOf(name) === reason);
      console.log(`${column(length)}  ${engine}: ${reason ?? 'NO REASON'}`);
    }
  }
}

const column = value => String(value).padStart(7);

try {
  if (selected && !engines[selected]) throw new Error(`There is no engine called ${selected}.\n\n${usage}`);
  ensureInstalled();
  installEngines(selected ? [selected] : Object.keys(engines));
  const counts = selected ? [await runEngine(selected)] : await runAll();

  for (const count of counts) reportSkips(count);
  reportReasons(counts);
  console.log('\n passed  failed skipped seconds');
  for (const {engine, passed, failed, skipped, seconds} of counts) {
    console.log(`${column(passed)} ${column(failed)} ${column(skipped.length)} ${column(seconds)}  ${engine}`);
  }
  const sum = key => counts.reduce((total, count) => total + count[key], 0);
  // A skip without a reason is a failure.
  const failed = sum('failed') + counts.flatMap(({skipped}) => skipped).filter(name => !reasonOf(name)).length;
  console.log(`${sum('passed')} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
