import {readdirSync} from 'node:fs';
import {dirname, relative} from 'node:path';
import istanbul from 'istanbul-lib-coverage';

const columns = ['lines', 'branches', 'functions'];

const percent = ({pct}) => (typeof pct === 'number' ? pct.toFixed(1) : '').padStart(10);

const row = (name, files, summary) =>
  `${name.padEnd(28)}${files.padStart(9)}${columns.map(column => percent(summary[column])).join('')}`;

const heading = `${'folder'.padEnd(28)}${'files'.padStart(9)}${columns.map(name => name.padStart(10)).join('')}`;

/** How many source files each folder has. Those that no test loads, such as files of types, are in no report. */
function countSources(root) {
  const counts = new Map();
  for (const file of readdirSync(`${root}src`, {recursive: true}).filter(name => name.endsWith('.ts'))) {
    const folder = dirname(`src/${file.replaceAll('\\', '/')}`);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}

/** A table of the coverage in percent by folder. A file that is in several Istanbul reports counts once. */
export function coverageByFolder(root, reports) {
  const map = istanbul.createCoverageMap();
  for (const report of reports) map.merge(report);

  const loaded = new Map();
  for (const file of map.files()) {
    const folder = dirname(relative(root, file).replaceAll('\\', '/'));
    const {files, summary} = loaded.get(folder) ?? {files: 0, summary: istanbul.createCoverageSummary()};
    summary.merge(map.fileCoverageFor(file).toSummary());
    loaded.set(folder, {files: files + 1, summary});
  }
  const sources = countSources(root);
  const rows = [...loaded].sort(([one], [other]) => (one < other ? -1 : 1));
  const total = [...sources.values()].reduce((sum, count) => sum + count, 0);
  return [
    heading,
    ...rows.map(([folder, {files, summary}]) => row(folder, `${files}/${sources.get(folder)}`, summary)),
    row('all', `${map.files().length}/${total}`, map.getCoverageSummary()),
  ].join('\n');
}
