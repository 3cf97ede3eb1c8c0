/** Formats a table with columns as wide as their longest cell. */
export function table(head, rows) {
  const lines = [head, ...rows].map(row => row.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map(line => line[column].length)));
  const format = line =>
    line.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ');
  return [format(lines[0]), widths.map(width => '-'.repeat(width)).join('  '), ...lines.slice(1).map(format)].join(
    '\n',
  );
}
