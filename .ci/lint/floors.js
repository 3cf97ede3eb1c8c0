import {existsSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {bannedImports} from './banned-imports.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lit = ['lit', 'lit/*'];

/** Who may import whom. `types` are floors of which only types may be taken. */
export const floors = {
  contract: {ours: [], types: [], npm: ['zod/mini']},
  internal: {ours: ['contract'], types: [], npm: []},
  i18n: {ours: ['internal'], types: ['contract'], npm: []},
  client: {ours: ['contract', 'internal'], types: [], npm: []},
  storage: {ours: ['contract', 'internal'], types: [], npm: []},
  state: {ours: ['contract', 'internal', 'storage'], types: [], npm: []},
  ui: {ours: [], types: ['contract', 'i18n'], npm: lit},
  controllers: {ours: ['contract', 'internal', 'i18n', 'state'], types: [], npm: [...lit, '@lit/context']},
  elements: {ours: ['contract', 'ui', 'controllers'], types: ['i18n', 'state'], npm: lit},
  define: {ours: ['elements'], types: [], npm: []},
  standalone: {ours: ['define', 'i18n'], types: [], npm: []},
};

const names = Object.keys(floors);

/** The composition root: the only module above the client that may import it. */
const compositionRoot = 'src/state/create-session.ts';

/** What every element may take from its own floor. */
const elementBase = 'ticket-element.ts';

function betweenFloors() {
  return Object.entries(floors).flatMap(([name, {ours, types}]) =>
    [...names, 'index.ts']
      .filter(other => ![name, ...ours, ...types].includes(other))
      .map(other => ({
        target: `src/${name}`,
        from: `src/${other}`,
        message: `${name} stands below ${other}, or must not know of it.`,
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
      except: [name, elementBase],
      message: 'Elements never import each other: they meet in the session.',
    },
    {
      target: `src/elements/${elementBase}`,
      from: `src/elements/${name}`,
      message: 'What every element has in common knows none of them.',
    },
  ]);
}

const fromIndex = ['internal', 'client', 'storage', 'state', 'ui', 'define'].map(name => ({
  target: 'src/index.ts',
  from: `src/${name}`,
  message: `${name} is not part of the public surface.`,
}));

const absolute = zone => ({...zone, target: root + zone.target, from: root + zone.from});

const fromDesk = {
  target: 'demo/desk',
  from: 'src',
  message: 'The desk is the other side: it speaks the contract as any server does.',
};

const fromStateToClient = ({target, from}) => target === 'src/state' && from === 'src/client';

function paths(files, zones) {
  return {files, rules: {'import-x/no-restricted-paths': ['error', {zones: zones.map(absolute)}]}};
}

/** Which folders each floor may import from. */
export const floorPaths = [
  paths(['src/**/*.ts'], [...betweenFloors(), ...betweenElements(), ...fromIndex]),
  paths(
    [compositionRoot],
    betweenFloors().filter(zone => !fromStateToClient(zone)),
  ),
  paths(['demo/desk/**/*.ts'], [fromDesk]),
];

function npmPattern(allowed) {
  const names = allowed.map(name => name.replace('/*', '/.+')).join('|');
  return {
    regex: names ? `^(?!\\.)(?!(?:${names})$)` : '^(?!\\.)',
    message: 'Each package is named on one floor only (.ci/lint/floors.js), so that it can be replaced there.',
  };
}

const typePattern = types => ({
  regex: `/(?:${types.join('|')})/`,
  allowTypeImports: true,
  message: 'Only types may be taken from there.',
});

function imports({types, npm}) {
  const patterns = [npmPattern(npm), ...bannedImports.patterns];
  if (types.length > 0) patterns.push(typePattern(types));
  return ['error', {paths: bannedImports.paths, patterns}];
}

/** What each floor may name: one configuration a floor, since ESLint lets the last one win. */
export const floorImports = [
  ...Object.entries(floors).map(([name, floor]) => ({
    files: [`src/${name}/**/*.ts`],
    rules: {'@typescript-eslint/no-restricted-imports': imports(floor)},
  })),
  {
    files: ['src/index.ts'],
    rules: {'@typescript-eslint/no-restricted-imports': imports({types: [], npm: []})},
  },
];
