const signs = {passed: '✔', failed: '✖', skipped: '–'};

/** A result as one line, or three if it has failed. */
export function lineOf({id, name, see, outcome, detail}) {
  if (outcome === 'failed') return `${signs.failed} ${name}: FAILED, ${detail}\n    ${id}\n    ${see}`;
  return `${signs[outcome]} ${name}${outcome === 'skipped' ? ` (skipped: ${detail})` : ''}`;
}

/** How many cases have passed, failed and were skipped. */
export function countOf(results) {
  const count = outcome => results.filter(result => result.outcome === outcome).length;
  return {passed: count('passed'), failed: count('failed'), skipped: count('skipped')};
}

/** A table of servers × cases. `servers` has the results by the name of the server. */
export function tableOf(servers) {
  const names = Object.keys(servers);
  const [first = []] = Object.values(servers);
  const width = Math.max(...first.map(({id}) => id.length));
  const rows = first.map(({id}, index) => [
    id.padEnd(width),
    ...names.map(name => signs[servers[name][index].outcome].padEnd(name.length)),
  ]);
  const sums = names.map(name => {
    const {passed, failed, skipped} = countOf(servers[name]);
    return `${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`;
  });
  return [['case'.padEnd(width), ...names], ...rows]
    .map(cells => cells.join('  ').trimEnd())
    .concat(sums)
    .join('\n');
}
