import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = 'test/package/built/frameworks';
const resolve = (module: string): string => createRequire(import.meta.url).resolve(module);

/** Runs a type checker in its own process, and returns what it prints about the samples. */
function check(command: string, ...args: readonly string[]): string {
  const {stdout, stderr} = spawnSync(process.execPath, [command, ...args], {cwd: root, encoding: 'utf8'});
  return stdout + stderr;
}

/** Each sample uses every element with properties, attributes and events, and has mistakes that are expected errors. */
describe('the types of the package', () => {
  for (const [name, project] of [
    ['the DOM', 'dom/tsconfig.json'],
    ['React 19', 'react/tsconfig.json'],
    ['React 18', 'react/tsconfig.react-18.json'],
    ['Preact', 'preact/tsconfig.json'],
    ['Solid', 'solid/tsconfig.json'],
  ] as const) {
    it(`accept elements in ${name}, and refuse wrong values`, () => {
      assert.equal(check(resolve('typescript/bin/tsc'), '-p', `${folder}/${project}`), '');
    });
  }

  it('accept elements in Vue, and refuse wrong values', () => {
    assert.equal(check(resolve('vue-tsc/bin/vue-tsc.js'), '-p', `${folder}/vue/tsconfig.json`), '');
  });

  it('accept elements in Svelte, and refuse wrong values', () => {
    const options = ['--tsconfig', './tsconfig.json', '--config', 'svelte.config.js', '--output', 'machine'];
    const output = check(resolve('svelte-check/bin/svelte-check'), '--workspace', `${folder}/svelte`, ...options);
    const found = [...output.matchAll(/(?:ERROR|WARNING) "(.+?)" (\d+):/g)].map(([, file, line]) => `${file}:${line}`);
    const lines = readFileSync(`${root}${folder}/svelte/mistakes.svelte`, 'utf8').split('\n');
    const mistakes = lines.flatMap((line, index) => (line.startsWith('<isp-') ? [`mistakes.svelte:${index + 1}`] : []));
    assert.deepEqual(found, mistakes);
  });

  it('accept the listeners of the README', () => {
    const readme = readFileSync(`${root}README.md`, 'utf8');
    const [, snippet = ''] = /^## Events\n.*?^```js\n(.*?)^```/ms.exec(readme) ?? [];
    assert.match(snippet, /document\.addEventListener/);
    const file = `${root}${folder}/dom/readme.ts`;
    const code = `import 'isp-support-elements/define';\ndeclare function openInApp(href: string): void;\n${snippet}`;
    const {config} = ts.readConfigFile(`${root}${folder}/tsconfig.base.json`, path => readFileSync(path, 'utf8'));
    const {options} = ts.parseJsonConfigFileContent(config, ts.sys, `${root}${folder}`);
    const host = ts.createCompilerHost(options);
    const {getSourceFile} = host;
    host.getSourceFile = (name, languageVersion, ...rest) =>
      name === file ? ts.createSourceFile(name, code, languageVersion) : getSourceFile(name, languageVersion, ...rest);
    const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([file], options, host));
    assert.deepEqual(
      diagnostics.map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, '\n')),
      [],
    );
  });
});

describe('the data for editors', () => {
  const read = (path: string): unknown => JSON.parse(readFileSync(`${root}dist/types/${path}`, 'utf8'));
  const tags = ['isp-new-ticket', 'isp-reply-banner', 'isp-support', 'isp-ticket-list', 'isp-ticket-thread'];

  it('has every element for VS Code, with the values of an attribute', () => {
    interface Tag {
      readonly name: string;
      readonly attributes: readonly {readonly name: string; readonly values?: readonly {readonly name: string}[]}[];
    }
    const {tags: found} = read('vscode.html-custom-data.json') as {readonly tags: readonly Tag[]};
    assert.deepEqual(found.map(({name}) => name).sort(), tags);
    const history = found.find(({name}) => name === 'isp-support')!.attributes.find(({name}) => name === 'history')!;
    assert.deepEqual(history.values, [{name: 'none'}, {name: 'hash'}, {name: 'push'}]);
  });

  it('has every element for JetBrains, with its events', () => {
    interface Types {
      readonly contributions: {
        readonly html: {readonly elements: readonly {name: string; js: {events: readonly {name: string}[]}}[]};
      };
    }
    const {elements} = (read('web-types.json') as Types).contributions.html;
    assert.deepEqual(elements.map(({name}) => name).sort(), tags);
    for (const {js} of elements) assert(js.events.some(({name}) => name === 'isp-ready'));
  });
});
