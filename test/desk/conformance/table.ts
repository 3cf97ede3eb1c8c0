// `npm run test:conformance`: a table of servers × cases. `-- request-tracker` adds the gateway in front of a live Request
// Tracker, which takes 4 minutes.
import {lineOf, tableOf} from '../../../conformance/report.js';
import {runConformance, type ConformanceResult} from '../../../conformance/run.js';
import {whyNoRequestTracker} from '../../../demo/gateway/request-tracker.js';
import {requestTracker} from './request-tracker.js';
import {servers} from './servers.js';

const name = 'gateway to Request Tracker';
const reason = process.argv.includes('request-tracker')
  ? whyNoRequestTracker()
  : 'add it with npm run test:conformance -- request-tracker';
const tried = reason === undefined ? {...servers, [name]: requestTracker} : servers;

const results: Record<string, ConformanceResult[]> = {};
for (const [server, open] of Object.entries(tried)) {
  const opened = await open();
  const all: ConformanceResult[] = [];
  for await (const result of runConformance(opened)) all.push(result);
  results[server] = all;
  await opened.close();
  console.log(`\n${server}\n${all.map(lineOf).join('\n')}`);
}
console.log(`\n${tableOf(results)}`);
if (reason) console.log(`${name}: not tried, ${reason}`);
const isBroken = Object.entries(results).some(
  ([server, all]) => server !== 'careless' && all.some(({outcome}) => outcome === 'failed'),
);
process.exitCode = isBroken ? 1 : 0;
