// `npm run bench` compares our elements with baselines. `-- --quick` runs a short plan once; `-- --runs 9` sets the
// number of runs; `-- --measures cold,warm` selects measures; `-- --against other-dist/standalone` also measures
// another build of the elements. docs/performance.md describes the method.
import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

import {browserArguments, findBrowser} from '../test/browser.js';
import {candidates} from './candidates.js';
import * as interactionMeasures from './interactions.js';
import * as measures from './measure.js';
import {options} from './options.js';
import {interactionPlan, plan, quickPlan} from './plan.js';
import {describe, title} from './report.js';
import {serve} from './serve.js';
import {table} from './table.js';
import {checkTargets} from './targets.js';

const {runs} = options;
const plans = (options.isQuick ? quickPlan : plan).filter(options.includes);
const output = fileURLToPath(new URL('../test/.output/bench.json', import.meta.url));

const server = await serve();
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
const measured = (each, candidate) => measures.inPage(browser, server, {...each, candidate}, measures[each.measure]);

async function measureAll(each) {
  const found = [];
  // Candidates alternate, so that a busy moment of the machine affects all of them.
  for (let run = 0; run < runs; run++) {
    for (const {name} of candidates) found.push({plan: each, candidate: name, figures: await measured(each, name)});
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

  const interactions = [];
  for (const each of (options.isQuick ? interactionPlan.slice(0, 1) : interactionPlan).filter(options.includes)) {
    const measure = interactionMeasures[each.measure];
    const figures = await measures.inPage(browser, server, {...each, candidate: 'ours'}, (page, session) =>
      measure(page, session, browser),
    );
    interactions.push({plan: each, figures});
    console.log(`${title(each)}: ${JSON.stringify(figures)}`);
  }

  const targets = checkTargets(plans, results);
  const rows = targets.map(({target, where, max, figure, isMet}) => [
    where,
    target,
    max,
    figure.toFixed(2),
    isMet ? 'met' : 'MISSED',
  ]);
  console.log(`\n${table(['targets', '', 'at most', 'measured', ''], rows)}`);
  mkdirSync(fileURLToPath(new URL('.', `file://${output}`)), {recursive: true});
  writeFileSync(output, `${JSON.stringify({runs, bytes: server.bytes, results, interactions, targets}, null, 1)}\n`);
  console.log(`\nMedians of ${runs} runs; all figures are in test/.output/bench.json`);
} finally {
  await browser.close();
  server.close();
}
