import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {elements} from './manifest.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');
const snippetsIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^```html\n(.*?)^```/gms)].map(([, snippet = '']) => snippet);

describe('docs/reference', () => {
  const shared = read('docs/reference/every-element.md');
  const events = read('docs/reference/events.md');

  for (const {tagName, attributes, events: fired} of elements) {
    const page = `${read(`docs/reference/${tagName}.md`)}\n${shared}`;

    it(`names every attribute of <${tagName}>`, () => {
      const names = (attributes ?? []).map(({name}) => name);
      assert.deepEqual(
        names.filter(name => !page.includes(`\`${name}\``)),
        [],
      );
    });

    it(`names every event of <${tagName}>, and describes it`, () => {
      const names = (fired ?? []).map(({name}) => name);
      assert.deepEqual(
        names.filter(name => !page.includes(`[\`${name}\`]`) || !events.includes(`\n## \`${name}\`\n`)),
        [],
      );
    });
  }
});

for (const path of ['README.md', 'docs/embedding.md']) {
  describe(`the snippets of ${path}`, () => {
    for (const snippet of snippetsIn(read(path))) {
      const tags = new Set(snippet.match(/<isp-[\w-]+/g));
      it(`have all that ${[...tags].join('>, ')}> needs to be pasted as it is`, () => {
        assert.match(snippet, /<script src="[^"]*isp-support\.js"/);
        assert.match(snippet, /\.tokenProvider = /);
        for (const tag of tags) assert.match(snippet, new RegExp(`${tag} api-base="`));
      });
    }
  });
}

describe('README.md', () => {
  it('links to the reference of every element', () => {
    const tags = elements.map(({tagName}) => tagName);
    assert.deepEqual(
      tags.filter(tag => !readme.includes(`[\`<${tag}>\`](docs/reference/${tag}.md)`)),
      [],
    );
  });

  it('loads the file that the package names for jsDelivr, in the version of the package', () => {
    const {name, version, jsdelivr} = JSON.parse(read('package.json')) as Record<
      'name' | 'version' | 'jsdelivr',
      string
    >;
    const [, address = ''] = /<script src="([^"]+)"/.exec(readme) ?? [];
    const file = new URL(jsdelivr, 'https://cdn.jsdelivr.net/').pathname;
    assert.equal(address, `https://cdn.jsdelivr.net/npm/${name}@${version}${file}`);
  });

  it('counts the operations of the contract, and those that a backend has to have', () => {
    const counts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
    const operations = read('docs/openapi.yaml').match(/operationId:/g) ?? [];
    const required = read('src/contract/backend.ts').match(/^ {2}\w+\(/gm) ?? [];
    const inWords = (list: readonly string[]): string => counts[list.length - 1] ?? '';
    assert.match(readme, new RegExp(`${inWords(operations)} operations. ${inWords(required)} are required`, 'i'));
  });
});
