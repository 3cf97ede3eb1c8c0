import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import {languages} from '../../../src/i18n/languages.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {cwd: root, encoding: 'utf8'});
const [packed] = JSON.parse(output) as readonly {files: readonly {path: string}[]}[];
const paths = packed!.files.map(({path}) => path).sort();

/** The files of a kind, without what is the same in all their paths. */
const matches = (pattern: RegExp): readonly string[] => paths.flatMap(path => pattern.exec(path)?.[1] ?? []);
const sourcesOf = (folder: string, ending: string): readonly string[] =>
  readdirSync(root + folder, {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith(ending))
    .map(file => file.slice(0, -ending.length))
    .sort();

describe('the packed files', () => {
  it('are of these kinds only', () => {
    const kinds = [
      /^(?:README|CHANGELOG)\.md$|^LICENSE$|^package\.json$|^custom-elements\.json$/,
      /^docs\/.+\.(?:md|yaml|png)$|^docs\/reference\/api\.d\.ts$/,
      /^conformance\/.+\.(?:js|d\.ts)$/,
      /^types\/\w+\.d\.ts$|^types\/none\.js$/,
      /^dist\/types\/(?:elements\.d\.ts|web-types\.json|vscode\.html-custom-data\.json)$/,
      /^dist\/standalone\/(?:isp-support\.js(?:\.map)?|LICENSES\.md|messages\/[\w-]+\.json|[\w-]+\.d\.ts)$/,
      /^dist\/(?!standalone\/|types\/).+\.(?:js|d\.ts)$/,
    ];
    assert.deepEqual(
      paths.filter(path => !kinds.some(kind => kind.test(path))),
      [],
    );
  });

  it('have the documents and the license', () => {
    for (const path of ['README.md', 'CHANGELOG.md', 'LICENSE']) assert(paths.includes(path), path);
    assert.deepEqual(matches(/^docs\/(.+)\.md$/), sourcesOf('docs', '.md'));
  });

  it('have declarations for every module', () => {
    const modules = matches(/^(dist\/(?!standalone\/|_virtual\/).+)\.js$/);
    assert(modules.length > 100);
    assert.deepEqual(
      modules.filter(path => !paths.includes(`${path}.d.ts`)),
      [],
    );
  });

  it('have every language, as a module and next to the standalone file', () => {
    const tags = Object.keys(languages).sort();
    assert.deepEqual([...matches(/^dist\/i18n\/locales\/([\w-]+)\.js$/)].sort(), tags);
    const others = ['index', ...tags.filter(tag => tag !== 'en')].sort();
    assert.deepEqual([...matches(/^dist\/standalone\/messages\/([\w-]+)\.json$/)].sort(), others);
  });

  it('have the licenses of everything in the standalone file, which leads to them', () => {
    const read = (name: string): string => readFileSync(`${root}dist/standalone/${name}`, 'utf8');
    const {sources} = JSON.parse(read('isp-support.js.map')) as {readonly sources: readonly string[]};
    const bundled = sources.flatMap(source => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
    const licensed = [...read('LICENSES.md').matchAll(/^## (\S+) - \S+ \((?:MIT|BSD-3-Clause)\)$/gm)].map(
      ([, name = '']) => name,
    );
    assert.deepEqual(
      [...new Set(bundled)].filter(name => !licensed.includes(name)),
      [],
    );
    assert.match(read('isp-support.js'), /^\uFEFF?(?:\/\/#.*\n)?\/\*! See LICENSES\.md \*\/\n/);
    assert(paths.includes('dist/standalone/LICENSES.md'));
  });
});
