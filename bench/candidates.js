import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

import {options} from './options.js';

const file = path => fileURLToPath(new URL(path, import.meta.url));

const baseline = name => ({
  name,
  tags: {list: 'baseline-view', thread: 'baseline-view'},
  items: {list: 'li', thread: 'li'},
});

const elements = name => ({
  name,
  tags: {list: 'isp-ticket-list', thread: 'isp-ticket-thread'},
  items: {list: '.row', thread: '.reply'},
});

/** The implementations to measure. The others are compared with the first one. */
export const candidates = options.against
  ? [baseline('vanilla'), elements('before'), elements('ours')]
  : [
      baseline('vanilla'),
      baseline('content-visibility'),
      baseline('windowed'),
      baseline('plain-lit'),
      elements('ours'),
    ];

/** Our elements, of this build and of the other. */
export const elementCandidates = candidates.filter(({tags}) => tags.list !== 'baseline-view');

/** The folders of the builds of the elements. */
const builds = {ours: file('../dist/standalone'), before: options.against};

/** Bundles a module and its imports into one script. */
export async function bundle(path) {
  const [built] = await build({
    configFile: false,
    logLevel: 'warn',
    build: {write: false, target: 'es2022', lib: {entry: file(path), formats: ['iife'], name: 'bench'}},
  });
  return built.output[0].code;
}

/** The script of a candidate as a page loads it. */
export const scriptOf = ({name}) =>
  builds[name] ? readFileSync(`${builds[name]}/isp-support.js`, 'utf8') : bundle(`baselines/${name}.js`);
