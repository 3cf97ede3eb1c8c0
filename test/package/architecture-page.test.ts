import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {layers} from '../../.ci/lint/layers.js';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/architecture.md', root), 'utf8');

const namesIn = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** The paths of the tree in the page, from the indentation of its lines. */
function pathsInTree(): readonly string[] {
  const [, tree = ''] = /^```text\n(.*?)^```/ms.exec(page) ?? [];
  const parents: string[] = [];
  return [...tree.matchAll(/^( *)(\S+)/gm)].map(([, indentation = '', name = '']) => {
    parents.length = indentation.length / 2;
    parents.push(name);
    return parents.join('');
  });
}

function foldersIn(folder: string): readonly string[] {
  const entries = readdirSync(new URL(folder, root), {withFileTypes: true}).filter(entry => entry.isDirectory());
  return [folder, ...entries.flatMap(({name}) => foldersIn(`${folder}${name}/`))];
}

describe('docs/architecture.md', () => {
  it('lists the layers with what each may import, as ESLint enforces it', () => {
    const rows = [...page.matchAll(/^\| `(\w+)` \|(.+)\|$/gm)].map(([, name = '', rest = '']) => {
      const [, ours, types, npm] = rest.split('|');
      return [name, {ours: namesIn(ours), types: namesIn(types), npm: namesIn(npm)}];
    });
    assert.deepEqual(rows, Object.entries(layers));
  });

  it('has every folder of src in its tree, and nothing that does not exist', () => {
    const paths = pathsInTree();
    assert.deepEqual(paths.filter(path => path.endsWith('/')).sort(), [...foldersIn('src/')].sort());
    assert.deepEqual(
      paths.filter(path => !existsSync(new URL(path, root))),
      [],
    );
  });
});
