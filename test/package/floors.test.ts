import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {rulesBroken, someModule, twoElements} from './lint.js';

const paths = 'import-x/no-restricted-paths';
const names = '@typescript-eslint/no-restricted-imports';

const planted = (specifier: string): string => `import * as planted from '${specifier}';\n\nexport default planted;\n`;
const plantedType = (specifier: string): string =>
  `import type * as planted from '${specifier}';\n\nexport type {planted};\n`;

/** Plants an import of one floor's module in another floor. */
async function rulesBrokenBetween(floor: string, other: string, write = planted): Promise<ReadonlySet<string | null>> {
  return rulesBroken(`src/${floor}/planted.ts`, write(`../${someModule(other)}`));
}

describe('the floors', () => {
  const forbidden: Record<string, readonly string[]> = {
    contract: ['internal', 'i18n', 'client', 'state', 'ui', 'controllers'],
    i18n: ['client', 'state', 'ui', 'controllers'],
    client: ['i18n', 'state', 'ui', 'controllers'],
    state: ['i18n', 'client', 'ui', 'controllers', 'define'],
    ui: ['client', 'state', 'controllers', 'define'],
    controllers: ['client', 'ui', 'define'],
    elements: ['client', 'define'],
    define: ['contract', 'i18n', 'client', 'state', 'ui', 'controllers'],
  };

  for (const [floor, others] of Object.entries(forbidden)) {
    for (const other of others) {
      it(`stop ${floor} from importing ${other}`, async () => {
        assert((await rulesBrokenBetween(floor, other)).has(paths));
      });
    }
  }

  it('stop a type on its way up as well', async () => {
    assert((await rulesBrokenBetween('ui', 'state', plantedType)).has(paths));
  });

  it('stop one element from importing another', async () => {
    const [one, other] = twoElements();
    const broken = await rulesBroken(`src/elements/${one}/planted.ts`, planted(`../${other}/${other}.js`));
    assert(broken.has(paths));
  });

  it('let the composition root import the client', async () => {
    const broken = await rulesBroken('src/state/create-session.ts', planted(`../${someModule('client')}`));
    assert(!broken.has(paths));
  });

  it('stop the public surface from giving away the client', async () => {
    assert((await rulesBroken('src/index.ts', planted(`./${someModule('client')}`))).has(paths));
  });

  it('stop the desk from importing the elements', async () => {
    assert((await rulesBroken('demo/desk/planted.ts', planted(`../../src/${someModule('contract')}`))).has(paths));
  });

  it('stop two modules from importing each other', async () => {
    const broken = await rulesBroken('src/contract/primitives.ts', planted('./ticket.js'));
    assert(broken.has('import-x/no-cycle'));
  });

  for (const [floor, other] of [
    ['i18n', 'contract'],
    ['ui', 'i18n'],
    ['elements', 'state'],
  ] as const) {
    it(`let ${floor} take types, and only types, from ${other}`, async () => {
      assert((await rulesBrokenBetween(floor, other)).has(names));
      assert(!(await rulesBrokenBetween(floor, other, plantedType)).has(names));
    });
  }

  for (const [floor, other] of [
    ['client', 'contract'],
    ['state', 'internal'],
    ['state', 'storage'],
    ['controllers', 'state'],
    ['elements', 'ui'],
    ['elements', 'controllers'],
  ] as const) {
    it(`let ${floor} import ${other}`, async () => {
      const broken = await rulesBrokenBetween(floor, other);
      assert(!broken.has(paths) && !broken.has(names));
    });
  }
});

describe('each npm package on one floor', () => {
  const home: Record<string, readonly string[]> = {
    'zod/mini': ['contract'],
    '@lit/context': ['controllers'],
    lit: ['ui', 'controllers', 'elements'],
    // The whole of zod weighs more than everything else together, and probes for `new Function`.
    zod: [],
    hono: [],
  };
  const floors = ['contract', 'internal', 'i18n', 'client', 'state', 'ui', 'controllers', 'elements', 'define'];

  for (const [name, homes] of Object.entries(home)) {
    it(`lets ${homes.join(', ') || 'no floor'} name ${name}, and nobody else`, async () => {
      for (const floor of floors) {
        const broken = await rulesBroken(`src/${floor}/planted.ts`, `import '${name}';\n`);
        assert.equal(broken.has(names), !homes.includes(floor), `${name} in ${floor}`);
      }
    });
  }
});
