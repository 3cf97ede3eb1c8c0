// `npm run bench`: ours beside floors of our own making, in one run, run by run in turn. `-- --quick` is for every day; `-- --runs 9` repeats
// more often. docs/performance.md says how it is measured.
import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';

import {browserArguments, findBrowser} from '../test/browser.js';
import {againstAims} from './aims.js';
import {contenders} from './contenders.js';
import * as measures from './measure.js';
import * as ownMeasures from './own.js';
import {ownPlan, plan, quickPlan} from './plan.js';
import {describe, table, title} from './report.js';
import {serve} from './serve.js';

const {values} = parseArgs({options: {quick: {type: 'boolean'}, runs: {type: 'string'}}});
const runs = Number(values.runs ?? (values.quick ? 1 : 7));
const plans = values.quick ? quickPlan : plan;
const output = fileURLToPath(new URL('../test/.output/bench.json', import.meta.url));

const server = await serve();
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
const measured = (each, contender) => measures.inPage(browser, server, {...each, contender}, measures[each.measure]);

async function measureAll(each) {
  const found = [];
  // In turn, so that a busy moment of the machine is nobody's alone.
  for (let run = 0; run < runs; run++) {
    for (const {name} of contenders) found.push({plan: each, contender: name, figures: await measured(each, name)});
  }
  return found;
}

try {
  const results = [];
  for (const each of plans) {
    results.push(...(await measureAll(each)));
    console.log(describe(each, results));
  }
  console.log(table(['bytes, brotli', ''], Object.entries(server.bytes)), '\n');

  const own = [];
  for (const each of values.quick ? ownPlan.slice(0, 1) : ownPlan) {
    const look = ownMeasures[each.measure];
    const figures = await measures.inPage(browser, server, {...each, contender: 'ours'}, (page, session) =>
      look(page, session, browser),
    );
    own.push({plan: each, figures});
    console.log(`${title(each)}: ${JSON.stringify(figures)}`);
  }

  const aims = againstAims(plans, results);
  const rows = aims.map(({aim, where, most, figure, isMet}) => [
    where,
    aim,
    most,
    figure.toFixed(2),
    isMet ? 'met' : 'MISSED',
  ]);
  console.log(`\n${table(['aims', '', 'at most', 'found', ''], rows)}`);
  mkdirSync(fileURLToPath(new URL('.', `file://${output}`)), {recursive: true});
  writeFileSync(output, `${JSON.stringify({runs, bytes: server.bytes, results, own, aims}, null, 1)}\n`);
  console.log(`\n${runs} runs of each, medians; every figure is in test/.output/bench.json`);
} finally {
  await browser.close();
  server.close();
}
