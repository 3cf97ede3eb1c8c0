import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

type Target = string | null | {readonly types: string; readonly default: string};

const {exports} = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  exports: Record<string, Target>;
};
const adapters = readdirSync(`${root}adapters`).flatMap(file => /^(.+)\.ts$/.exec(file)?.[1] ?? []);
const tags = readdirSync(`${root}src/define`).flatMap(file => /^(isp-.+)\.ts$/.exec(file)?.[1] ?? []);

/** All files that a target matches: the asterisk stands for each module of the folder. */
function filesOf(target: string): readonly string[] {
  const [before = '', after] = target.split('*');
  if (after === undefined) return [target];
  const names = readdirSync(root + before).flatMap(file =>
    file.endsWith('.js') ? [file.slice(0, -'.js'.length)] : [],
  );
  assert(names.length > 0, `${before} is empty`);
  return names.map(name => before + name + after);
}

/** Imports entries of the package in a new Node process, and returns the tags that were defined. */
function tagsDefinedBy(...entries: readonly string[]): readonly string[] {
  const script = `
    const tags = [];
    globalThis.customElements = {get: () => undefined, define: tag => tags.push(tag)};
    for (const entry of ${JSON.stringify(entries)}) await import(entry);
    console.log(JSON.stringify(tags));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(output) as readonly string[];
}

describe('the package', () => {
  for (const [entry, target] of Object.entries(exports)) {
    it(`contains the files of the export ${entry}`, () => {
      const targets = typeof target === 'string' ? [target] : Object.values(target ?? {});
      for (const file of targets.flatMap(filesOf)) assert(existsSync(root + file), file);
    });
  }

  it('defines nothing when it is imported in Node', () => {
    assert.deepEqual(tagsDefinedBy('isp-support-elements'), []);
  });

  it('defines all elements with one import', () => {
    assert.deepEqual([...tagsDefinedBy('isp-support-elements/define')].sort(), [...tags].sort());
  });

  it('has nothing of the bridge in the elements, and nothing of them in the bridge', () => {
    const read = (file: string): string => readFileSync(`${root}dist/${file}`, 'utf8');
    assert(!read('standalone/isp-support.js').includes('ispSupportBridge'));
    const modules = readdirSync(`${root}dist/bridge`).filter(file => file.endsWith('.js'));
    const imports = modules.flatMap(file =>
      [...read(`bridge/${file}`).matchAll(/ from "(.+?)"/g)].map(([, name]) => name!),
    );
    assert(imports.length > 0);
    assert.deepEqual(
      imports.filter(name => !modules.includes(name.replace('./', ''))),
      [],
    );
  });

  it('has nothing of the adapters in the elements, and nothing of them in the adapters', () => {
    assert(!readFileSync(`${root}dist/standalone/isp-support.js`, 'utf8').includes('restBackend'));
    const modules = readdirSync(`${root}dist/adapters`, {recursive: true, encoding: 'utf8'}).filter(file =>
      file.endsWith('.js'),
    );
    const imports = modules.flatMap(file =>
      [...readFileSync(`${root}dist/adapters/${file}`, 'utf8').matchAll(/ from "(.+?)"/g)].map(([, name]) => name!),
    );
    assert(imports.length > 0);
    assert.deepEqual(
      imports.filter(name => !/^(?:\.\/(?:internal\/)?[\w-]+\.js|html-to-text)$/.test(name)),
      [],
    );
    const standalone = readFileSync(`${root}dist/standalone/isp-support.js`, 'utf8');
    for (const name of adapters) assert(!standalone.includes(`${name}Backend`), name);
  });

  it('has the adapters that the documentation names', () => {
    const page = readFileSync(`${root}docs/backends.md`, 'utf8');
    const named = [...page.matchAll(/\| `([\w-]+)`: `\w+Backend\(/g)];
    const rest = /from 'isp-support-elements\/adapters\/(rest)'/.exec(page)!;
    assert.deepEqual([...named, rest].map(([, name]) => name).sort(), [...adapters].sort());
  });

  for (const adapter of adapters) {
    it(`loads the adapter ${adapter} in Node, and has its types`, () => {
      const entry = `isp-support-elements/adapters/${adapter}`;
      const script = `console.log(Object.keys(await import('${entry}')).join())`;
      const options = {cwd: root, encoding: 'utf8'} as const;
      const [name, ...others] = execFileSync(process.execPath, ['--input-type=module', '--eval', script], options)
        .trim()
        .split(',');
      assert.match(name!, /^\w+Backend$/);
      assert.deepEqual(others, []);
      const types = readFileSync(`${root}dist/adapters/${adapter}.d.ts`, 'utf8');
      assert.match(types, new RegExp(`export declare (?:const|function) ${name}\\b`));
      // The types of a package that only some hosts install must not be needed.
      assert.doesNotMatch(types, /from 'html-to-text'/);
    });
  }

  for (const tag of tags) {
    it(`defines <${tag}> by its own entry`, () => {
      const defined = tagsDefinedBy(`isp-support-elements/define/${tag}`);
      // <isp-support> contains the other elements, so it defines them too.
      assert.deepEqual([...defined].sort(), tag === 'isp-support' ? [...tags].sort() : [tag]);
    });
  }
});
