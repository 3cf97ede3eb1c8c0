import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {rulesBroken, someModule, twoElements} from './lint.js';

const paths = 'import-x/no-restricted-paths';
const names = '@typescript-eslint/no-restricted-imports';

const importOf = (specifier: string): string =>
  `import * as imported from '${specifier}';\n\nexport default imported;\n`;
const typeImportOf = (specifier: string): string =>
  `import type * as imported from '${specifier}';\n\nexport type {imported};\n`;

/** The rules that an import of one layer's module violates in another layer. */
async function rulesBrokenBetween(layer: string, other: string, write = importOf): Promise<ReadonlySet<string | null>> {
  return rulesBroken(`src/${layer}/probe.ts`, write(`../${someModule(other)}`));
}

describe('layers', () => {
  const forbidden: Record<string, readonly string[]> = {
    internal: ['i18n', 'client', 'storage', 'state', 'ui', 'controllers'],
    contract: ['internal', 'i18n', 'client', 'state', 'ui', 'controllers'],
    i18n: ['client', 'state', 'ui', 'controllers'],
    client: ['i18n', 'state', 'ui', 'controllers'],
    state: ['i18n', 'ui', 'controllers', 'define'],
    ui: ['client', 'state', 'controllers', 'define'],
    controllers: ['client', 'ui', 'define'],
    elements: ['client', 'define'],
    define: ['contract', 'i18n', 'client', 'state', 'ui', 'controllers'],
  };

  for (const [layer, others] of Object.entries(forbidden)) {
    for (const other of others) {
      it(`report an import of ${other} in ${layer}`, async () => {
        assert((await rulesBrokenBetween(layer, other)).has(paths));
      });
    }
  }

  it('report an import of a type from a higher layer', async () => {
    assert((await rulesBrokenBetween('ui', 'state', typeImportOf)).has(paths));
  });

  it('report an import of one element in another', async () => {
    const [one, other] = twoElements();
    const broken = await rulesBroken(`src/elements/${one}/probe.ts`, importOf(`../${other}/${other}.js`));
    assert(broken.has(paths));
  });

  for (const root of ['create-session.ts', 'create-mailbox.ts']) {
    it(`allow an import of the client in the composition root ${root}`, async () => {
      const broken = await rulesBroken(`src/state/${root}`, importOf(`../${someModule('client')}`));
      assert(!broken.has(paths) && !broken.has(names));
    });
  }

  it('report an import of the client in index.ts', async () => {
    assert((await rulesBroken('src/index.ts', importOf(`./${someModule('client')}`))).has(paths));
  });

  it('report an import of src in the demo desk', async () => {
    assert((await rulesBroken('demo/desk/probe.ts', importOf(`../../src/${someModule('contract')}`))).has(paths));
  });

  it('report an import of src in the bridge and the adapters, and of them in src', async () => {
    for (const [entry, module] of [
      ['bridge', 'index'],
      ['adapters', 'rest'],
    ] as const) {
      const inEntry = await rulesBroken(`${entry}/probe.ts`, typeImportOf(`../src/${someModule('contract')}`));
      assert(inEntry.has(names));
      for (const layer of ['contract', 'elements', 'standalone']) {
        assert((await rulesBroken(`src/${layer}/probe.ts`, importOf(`../../${entry}/${module}.js`))).has(paths));
      }
    }
  });

  for (const [entry, module] of [
    ['bridge', './messages.js'],
    ['adapters', './internal/fields.js'],
  ] as const) {
    it(`allow the ${entry} to import only types, and only of the package itself`, async () => {
      const broken = (text: string): Promise<ReadonlySet<string | null>> => rulesBroken(`${entry}/probe.ts`, text);
      assert(!(await broken(typeImportOf('isp-support-elements'))).has(names));
      for (const name of ['isp-support-elements', 'isp-support-elements/define', 'lit', 'zod/v4/core', 'ky']) {
        assert((await broken(importOf(name))).has(names), name);
      }
      assert((await broken(typeImportOf('lit'))).has(names));
      assert(!(await broken(importOf(module))).has(names));
    });
  }

  it('allow the gateway to import jose and types of the package, and nothing of src or another package', async () => {
    const broken = (text: string): Promise<ReadonlySet<string | null>> => rulesBroken('gateway/probe.ts', text);
    for (const allowed of [importOf('jose'), typeImportOf('isp-support-elements'), importOf('./wire.js')]) {
      assert(!(await broken(allowed)).has(names), allowed);
    }
    for (const name of ['isp-support-elements', 'hono', 'zod/v4/core', `../src/${someModule('contract')}`]) {
      assert((await broken(importOf(name))).has(names), name);
    }
    assert((await rulesBroken('src/client/probe.ts', importOf('../../gateway/index.js'))).has(paths));
    assert((await rulesBroken('bridge/probe.ts', importOf('jose'))).has(names));
  });

  it('report two modules that import each other', async () => {
    const broken = await rulesBroken('src/contract/primitives.ts', importOf('./ticket.js'));
    assert(broken.has('import-x/no-cycle'));
  });

  for (const [layer, other] of [
    ['i18n', 'contract'],
    ['ui', 'i18n'],
    ['elements', 'state'],
    ['state', 'client'],
  ] as const) {
    it(`allow ${layer} to import only types from ${other}`, async () => {
      assert((await rulesBrokenBetween(layer, other)).has(names));
      assert(!(await rulesBrokenBetween(layer, other, typeImportOf)).has(names));
    });
  }

  for (const [layer, other] of [
    ['client', 'contract'],
    ['state', 'internal'],
    ['state', 'storage'],
    ['controllers', 'state'],
    ['elements', 'ui'],
    ['elements', 'controllers'],
  ] as const) {
    it(`allow ${layer} to import ${other}`, async () => {
      const broken = await rulesBrokenBetween(layer, other);
      assert(!broken.has(paths) && !broken.has(names));
    });
  }
});

describe('npm packages in layers', () => {
  const allowed: Record<string, readonly string[]> = {
    'zod/v4/core': ['contract'],
    ky: ['client'],
    '@lit/context': ['controllers'],
    lit: ['ui', 'controllers', 'elements'],
    // The full zod package is larger than the rest of the bundle, and tests whether `new Function` is allowed.
    zod: [],
    // Its schemas have methods and messages, which the elements do not use.
    'zod/mini': [],
    hono: [],
  };
  const layers = ['contract', 'internal', 'i18n', 'client', 'state', 'ui', 'controllers', 'elements', 'define'];

  for (const [name, homes] of Object.entries(allowed)) {
    it(`allow ${name} in ${homes.join(', ') || 'no layer'} and report it elsewhere`, async () => {
      for (const layer of layers) {
        const broken = await rulesBroken(`src/${layer}/probe.ts`, `import '${name}';\n`);
        assert.equal(broken.has(names), !homes.includes(layer), `${name} in ${layer}`);
      }
    });
  }
});
