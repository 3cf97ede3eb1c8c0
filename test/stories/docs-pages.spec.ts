import {readFileSync} from 'node:fs';

import {expect, test} from './fixtures.js';

interface Described {
  readonly name: string;
  readonly kind?: string;
  readonly default?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly Described[];
  readonly cssStates?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly slots?: readonly Described[];
}

const manifest = JSON.parse(readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8')) as {
  readonly modules: readonly {readonly declarations: readonly Declaration[]}[];
};
const elements = manifest.modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);

test.describe('Documentation page', {tag: '@light-only'}, () => {
  for (const {tagName, members = [], cssStates = [], cssParts = [], slots = []} of elements) {
    test(`of <${tagName}> lists every method, state, part and slot, and the defaults of the manifest`, async ({
      page,
      storybookUrl,
    }) => {
      await page.goto(`${storybookUrl}iframe.html?viewMode=docs&id=elements-${tagName}--docs`);
      const rows = page.locator('.docblock-argstable tbody tr');
      await expect(rows.first()).toBeVisible();
      const cells = await rows.evaluateAll(all =>
        all.map(row => [...row.querySelectorAll('td')].map(cell => cell.innerText.trim())),
      );
      const names = cells.map(([name = '']) => name.replace(/\(.*$/s, ''));
      const methods = members.filter(({kind}) => kind === 'method');
      // A slot and a part may have the same name: each has its own row.
      const described = [...methods, ...cssStates, ...cssParts, ...slots].map(({name}) => name);
      for (const name of described) {
        const count = described.filter(each => each === name).length;
        expect(names.filter(each => each === name).length, name).toBeGreaterThanOrEqual(count);
      }
      for (const {name, default: value} of members.filter(({kind}) => kind === 'field')) {
        if (value === undefined) continue;
        expect(cells.find(([first]) => first === name)?.[2], name).toBe(value);
      }
    });
  }
});
