import type {Reporter, TestCase, TestResult} from '@playwright/test/reporter';

import {hosts} from './hosts.js';

/** Prints a row for each host, with what each of its tests has shown. */
export default class TableReporter implements Reporter {
  readonly #rows = new Map<string, Map<string, string>>();

  onTestEnd(test: TestCase, {status, annotations}: TestResult): void {
    const project = test.parent.project()!.name;
    const row = this.#rows.get(project) ?? new Map<string, string>();
    const outcome = annotations.find(({type}) => type === 'outcome')?.description ?? 'yes';
    const [column = ''] = test.title.split(':');
    row.set(column, status === 'passed' ? outcome : 'FAILED');
    this.#rows.set(project, row);
  }

  onEnd(): void {
    const columns = [...new Set([...this.#rows.values()].flatMap(row => [...row.keys()]))];
    const line = (name: string, cells: readonly string[]): string =>
      [name.padEnd(26), ...cells.map((cell, index) => cell.padEnd(columns[index]!.length))].join('  ');
    console.log(`\n${line('host', columns)}`);
    for (const {name, folder} of hosts) {
      const row = this.#rows.get(folder);
      if (!row) continue;
      const cells = columns.map(column => row.get(column) ?? '–');
      console.log(line(name, cells));
    }
    console.log();
  }
}
