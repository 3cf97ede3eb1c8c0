import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

const file = path => fileURLToPath(new URL(path, import.meta.url));

const floor = name => ({name, tags: {list: 'floor-view', thread: 'floor-view'}, items: {list: 'li', thread: 'li'}});

/** Who is measured. The first is what the others are measured against. */
export const contenders = [
  floor('vanilla'),
  floor('content-visibility'),
  floor('windowed'),
  floor('plain-lit'),
  {
    name: 'ours',
    tags: {list: 'isp-ticket-list', thread: 'isp-ticket-thread'},
    items: {list: '.row', thread: '.reply'},
  },
];

/** A module and all that it imports, as one script. */
export async function bundle(path) {
  const [built] = await build({
    configFile: false,
    logLevel: 'warn',
    build: {write: false, target: 'es2022', lib: {entry: file(path), formats: ['iife'], name: 'bench'}},
  });
  return built.output[0].code;
}

/** The script of a contender, as a page loads it. */
export const scriptOf = ({name}) =>
  name === 'ours' ? readFileSync(file('../dist/standalone/isp-support.js'), 'utf8') : bundle(`floors/${name}.js`);
