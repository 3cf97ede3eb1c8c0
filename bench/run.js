// `npm run bench` compares our elements with baselines. `-- --quick` runs a short plan once; `-- --runs 9` sets the
// number of runs, and `--most-runs 40` how often a measure is repeated until its difference is told from noise;
// `-- --measures cold,warm` selects measures; `-- --against other-dist/standalone` also measures another build of the
// elements. docs/performance.md describes the method.
import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

import {browserArguments, findBrowser} from '../test/browser.js';
import {candidates, elementCandidates} from './candidates.js';
import * as interactionMeasures from './interactions.js';
import * as measures from './measure.js';
import {options} from './options.js';
import {interactionPlan, plan, quickPlan} from './plan.js';
import {compare, describe, isUndecided, title} from './report.js';
import {serve} from './serve.js';
import {table} from './table.js';
import {checkTargets} from './targets.js';

const {runs, mostRuns} = options;
const plans = (options.isQuick ? quickPlan : plan).filter(options.includes);
const output = fileURLToPath(new URL('../test/.output/bench.json', import.meta.url));

const server = await serve();
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});

async function measureAll(each, names, measure) {
  const found = [];
  // Candidates alternate, so that a busy moment of the machine affects all of them.
  for (let run = 0; run < runs || (run < mostRuns && isUndecided(found)); run++) {
    for (const {name: candidate} of names) {
      const figures = await measures.inPage(browser, server, {...each, candidate}, measure);
      found.push({plan: each, candidate, figures});
    }
  }
  return found;
}

try {
  const results = [];
  for (const each of plans) {
    results.push(...(await measureAll(each, candidates, measures[each.measure])));
    console.log(describe(each, results));
  }
  console.log(table(['bytes, brotli', ''], Object.entries(server.bytes)), '\n');

  const interactions = [];
  for (const each of (options.isQuick ? interactionPlan.slice(0, 1) : interactionPlan).filter(options.includes)) {
    const measure = (page, session) => interactionMeasures[each.measure](page, session, browser);
    const found = await measureAll(each, elementCandidates, measure);
    interactions.push(...found);
    console.log(`${title(each)}\n${compare(found)}\n`);
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
  console.log(
    `\nMedians of ${runs} runs, with 95 % intervals from six runs on; all figures are in test/.output/bench.json`,
  );
} finally {
  await browser.close();
  server.close();
}
