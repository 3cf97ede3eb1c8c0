// `npm run test:conformance`: a table of servers × cases.
import {lineOf, tableOf} from '../../../conformance/report.js';
import {runConformance, type ConformanceResult} from '../../../conformance/run.js';
import {servers} from './servers.js';

const results: Record<string, ConformanceResult[]> = {};
for (const [name, open] of Object.entries(servers)) {
  const server = await open();
  const all: ConformanceResult[] = [];
  for await (const result of runConformance(server)) all.push(result);
  results[name] = all;
  await server.close();
  console.log(`\n${name}\n${all.map(lineOf).join('\n')}`);
}
console.log(`\n${tableOf(results)}`);
const isBroken = Object.entries(results).some(
  ([name, all]) => name !== 'careless' && all.some(({outcome}) => outcome === 'failed'),
);
process.exitCode = isBroken ? 1 : 0;
