import {existsSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {restrictedImports} from './restricted-imports.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lit = ['lit', 'lit/*'];

/**
 * What each layer may import: layers (`ours`), layers of which it may import only types (`types`), and packages
 * (`npm`).
 */
export const layers = {
  contract: {ours: [], types: [], npm: ['zod/v4/core']},
  internal: {ours: ['contract'], types: [], npm: []},
  i18n: {ours: ['internal'], types: ['contract'], npm: []},
  client: {ours: ['contract', 'internal'], types: [], npm: ['ky', 'is-network-error']},
  storage: {ours: ['contract', 'internal'], types: [], npm: []},
  state: {ours: ['contract', 'internal', 'storage'], types: ['client'], npm: []},
  ui: {ours: [], types: ['contract', 'i18n'], npm: lit},
  controllers: {ours: ['contract', 'internal', 'i18n', 'state'], types: [], npm: [...lit, '@lit/context']},
  elements: {ours: ['contract', 'i18n', 'ui', 'controllers'], types: ['state'], npm: lit},
  define: {ours: ['internal', 'elements'], types: [], npm: []},
  standalone: {ours: ['define', 'elements', 'i18n'], types: [], npm: []},
};

const names = Object.keys(layers);

/**
 * Entries of their own beside the elements, and never in their file, with the packages that each may import. Of this
 * package, they know the public types only.
 */
const entries = {bridge: [], adapters: ['html-to-text'], gateway: ['jose']};

const entryNames = Object.keys(entries);

/** The composition roots: the only modules above the client that may import it. */
const compositionRoots = ['src/state/create-session.ts', 'src/state/create-mailbox.ts'];

/** The only modules of their own layer that an element may import. */
const elementBases = ['ticket-element.ts', 'ticket-view-element.ts'];

function betweenLayers() {
  return Object.entries(layers).flatMap(([name, {ours, types}]) =>
    [...names, 'index.ts']
      .filter(other => ![name, ...ours, ...types].includes(other))
      .map(other => ({
        target: `src/${name}`,
        from: `src/${other}`,
        message: `${name} must not import ${other}.`,
      })),
  );
}

function betweenElements() {
  if (!existsSync(`${root}src/elements`)) return [];
  const folders = readdirSync(`${root}src/elements`, {withFileTypes: true}).filter(entry => entry.isDirectory());
  return folders.flatMap(({name}) => [
    {
      target: `src/elements/${name}`,
      from: 'src/elements',
      except: [name, ...elementBases],
      message: 'An element must not import another element: they share data through the session.',
    },
    ...elementBases.map(base => ({
      target: `src/elements/${base}`,
      from: `src/elements/${name}`,
      message: 'A base class must not import an element.',
    })),
  ]);
}

const fromIndex = ['internal', 'client', 'storage', 'state', 'ui', 'define'].map(name => ({
  target: 'src/index.ts',
  from: `src/${name}`,
  message: `index.ts must not import ${name}: it is not public.`,
}));

const absolute = zone => ({...zone, target: root + zone.target, from: root + zone.from});

const fromEntries = entryNames.map(entry => ({
  target: 'src',
  from: entry,
  message: `src must not import ${entry}: it is an entry of its own.`,
}));

const fromDesk = {
  target: 'demo/desk',
  from: 'src',
  message: 'The desk must not import src: it implements the contract as any other server does.',
};

function paths(files, zones) {
  return {files, rules: {'import-x/no-restricted-paths': ['error', {zones: zones.map(absolute)}]}};
}

/** Which folders each layer may import from. */
export const layerPaths = [
  paths(['src/**/*.ts'], [...betweenLayers(), ...betweenElements(), ...fromIndex, ...fromEntries]),
  paths(['demo/desk/**/*.ts'], [fromDesk]),
];

function npmPattern(allowed) {
  const names = allowed.map(name => name.replace('/*', '/.+')).join('|');
  return {
    regex: names ? `^(?!\\.)(?!(?:${names})$)` : '^(?!\\.)',
    message: 'This layer must not import this package. Allowed packages for each layer: .ci/lint/layers.js.',
  };
}

const typePattern = types => ({
  regex: `/(?:${types.join('|')})/`,
  allowTypeImports: true,
  message: 'Only types may be imported from this layer.',
});

const entryPatterns = npm => [
  {regex: String.raw`^\.\./`, message: 'Import the types of isp-support-elements: this entry has nothing of src.'},
  npmPattern(['isp-support-elements', ...npm]),
  {
    regex: '^isp-support-elements$',
    allowTypeImports: true,
    message: 'Only types may be imported from the package: the elements are not part of this entry.',
  },
];

function imports({types, npm}) {
  const patterns = [npmPattern(npm), ...restrictedImports.patterns];
  if (types.length > 0) patterns.push(typePattern(types));
  return ['error', {paths: restrictedImports.paths, patterns}];
}

/** What each layer may import by name. One configuration per layer, because in ESLint the last one for a file wins. */
export const layerImports = [
  ...Object.entries(layers).map(([name, layer]) => ({
    files: [`src/${name}/**/*.ts`],
    rules: {'@typescript-eslint/no-restricted-imports': imports(layer)},
  })),
  {
    files: ['src/index.ts', ...compositionRoots],
    rules: {'@typescript-eslint/no-restricted-imports': imports({types: [], npm: []})},
  },
  ...Object.entries(entries).map(([entry, npm]) => ({
    files: [`${entry}/**/*.ts`],
    rules: {'@typescript-eslint/no-restricted-imports': ['error', {patterns: entryPatterns(npm)}]},
  })),
];
