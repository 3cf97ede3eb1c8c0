// `npm run test:engines`: the browser tests in the engines that `npm test` does not use.
import {ensureInstalled} from '../../.ci/bootstrap.js';
import {runBrowserTests} from '../../.ci/tests/runners.js';
import {startWebkitDriver} from './webkit-driver.js';

const usage = `npm run test:engines                             runs the browser tests in Firefox and in WebKitGTK
npm run test:engines -- firefox|webkit           runs them in one engine
npm run test:engines -- firefox --files FILE …   runs some, with options of @web/test-runner`;

const engines = {
  firefox: () => ({}),
  webkit: async () => ({WEBDRIVER_PORT: String(await startWebkitDriver())}),
};

const [first = '', ...rest] = process.argv.slice(2);
const [selected, options] = first.startsWith('--') ? ['', [first, ...rest]] : [first, rest];

async function runEngine(engine) {
  const begin = Date.now();
  console.log(`\n${engine}`);
  const env = {ENGINE: engine, ...(await engines[engine]())};
  const count = await runBrowserTests({name: engine}, options, env);
  return {engine, seconds: Math.round((Date.now() - begin) / 1000), skipped: [], ...count};
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

const column = value => String(value).padStart(7);

try {
  if (selected && !engines[selected]) throw new Error(`There is no engine called ${selected}.\n\n${usage}`);
  ensureInstalled();
  const counts = [];
  for (const engine of selected ? [selected] : Object.keys(engines)) counts.push(await runEngine(engine));

  for (const count of counts) reportSkips(count);
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
