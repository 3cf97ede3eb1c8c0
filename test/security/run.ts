// `npm run test:security`: the built standalone file on strict, hostile and attacking pages, in three engines.
import {ensureBuilt} from '../../demo/build.js';
import {browsers, resultInTitle, type Tab} from './browsers.js';
import type {Case} from './case.js';

const usage = `npm run test:security                           runs all cases in Chromium, Firefox and WebKitGTK
npm run test:security -- firefox                runs them in one engine
npm run test:security -- firefox attack         runs those of a table, or whose name contains the text`;

const timeout = 25_000;

ensureBuilt();
const {Servers} = await import('./servers.js');
const {tables} = await import('./tables.js');

type Servers = InstanceType<typeof Servers>;

/** Opens the page of a case, and returns what is wrong. */
async function problemsOf(each: Case, tab: Tab, servers: Servers, engine: string): Promise<readonly string[]> {
  const url = await servers.prepare(each);
  await tab.open(url);
  const result = await resultInTitle(tab, 'result:', timeout);
  if (result === undefined) return ['the page has not finished'];
  const problems = decodeURIComponent(result).split('\n');
  const {exchanges, token} = servers;
  const found = [...problems, ...(each.inspect?.(exchanges, token) ?? []), ...tokenLeaks(exchanges, token)];
  const isExpected = (line: string): boolean =>
    line === '' || each.expected?.test(line) === true || (engine === 'webkit' && preloadReport.test(line));
  return found.filter(line => !isExpected(line));
}

/**
 * WebKit's preload scanner reads no `integrity`: sometimes it reports the script that the page then loads by its hash.
 */
const preloadReport = /^policy: script-src-elem \S+isp-support\.js/;

/** The token goes to the API, in one header. The portal issues it. */
function tokenLeaks(exchanges: Servers['exchanges'], token: string): readonly string[] {
  const [, ...secrets] = token.split('.');
  return exchanges.flatMap(({authorization, ...exchange}) => {
    const texts = JSON.stringify(exchange) + (exchange.server === 'api' ? '' : authorization);
    return secrets.some(secret => texts.includes(secret)) ? [`the token went to ${exchange.server}`] : [];
  });
}

interface Cell {
  passed: number;
  skipped: number;
  failed: number;
}

const rowOf = ({name}: Case): string => name.split(' | ')[0]!;

class Report {
  /** By row and engine. */
  readonly #cells = new Map<string, Cell>();
  /** Cases that were skipped, with the reason. */
  readonly notes: string[] = [];
  passed = 0;
  failed = 0;

  cell(row: string, engine: string): Cell {
    const key = `${row}\n${engine}`;
    const cell = this.#cells.get(key) ?? {passed: 0, skipped: 0, failed: 0};
    this.#cells.set(key, cell);
    return cell;
  }

  textOf(row: string, engine: string): string {
    const {passed, skipped, failed} = this.cell(row, engine);
    if (failed > 0) return `${failed} FAILED`;
    if (passed === 0) return skipped > 0 ? 'skipped' : '-';
    return passed === 1 ? 'ok' : `ok ×${passed}`;
  }
}

/** Those of a table whose title begins with a text, or those whose name contains it. */
const casesOf = (selected: string): readonly Case[] =>
  tables.flatMap(({title, cases}) => cases.filter(({name}) => title.startsWith(selected) || name.includes(selected)));

async function runEngine(engine: string, selected: string, report: Report): Promise<void> {
  const servers = await new Servers().start();
  const tab = await browsers[engine]!();
  try {
    for (const each of casesOf(selected)) {
      const cell = report.cell(rowOf(each), engine);
      const reason = each.skipped?.[engine];
      if (reason) {
        cell.skipped++;
        report.notes.push(`${engine} skipped “${each.name}”: ${reason}`);
        continue;
      }
      const problems = await problemsOf(each, tab, servers, engine).catch((error: unknown) => [String(error)]);
      if (problems.length === 0) {
        cell.passed++;
        report.passed++;
      } else {
        cell.failed++;
        report.failed++;
        console.log(`FAILED in ${engine}: ${each.name}\n${problems.map(line => `  ${line}`).join('\n')}`);
      }
    }
  } finally {
    await tab.close();
    await servers.close();
  }
}

function print(report: Report, engines: readonly string[]): void {
  const line = (first: string, cells: readonly string[]): string =>
    `${first.padEnd(62)}${cells.map(cell => cell.padEnd(11)).join('')}`.trimEnd();
  for (const {title, cases} of tables) {
    console.log(`\n${line(title, engines)}`);
    for (const row of new Set(cases.map(rowOf))) {
      const cells = engines.map(engine => report.textOf(row, engine));
      if (cells.some(cell => cell !== '-')) console.log(line(`  ${row}`, cells));
    }
  }
  console.log(`\n${report.notes.join('\n')}`);
  console.log(`${report.passed} passed, ${report.failed} failed`);
}

const [first = '', ...rest] = process.argv.slice(2);
const names = first in browsers ? [first] : Object.keys(browsers);
const selected = first in browsers ? rest.join(' ') : [first, ...rest].join(' ');
if (first === '--help') console.log(usage);
else {
  const report = new Report();
  for (const engine of names) {
    console.log(`\n${engine}`);
    await runEngine(engine, selected, report);
  }
  print(report, names);
  process.exit(report.failed > 0 || report.passed === 0 ? 1 : 0);
}
