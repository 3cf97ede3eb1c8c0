import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build, type Rolldown} from 'vite';

import type {ElementTag} from '../../test/support/element-tags.js';
import type {Bundle} from './bundle-report.js';
import {sizeOfBytes, type Size} from './size.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ElementBundle {
  readonly tag: ElementTag;
  /** What the page loads for the element. */
  readonly bundle: Bundle;
  readonly size: Size;
  /** What the page loads later, if it is needed. */
  readonly onDemand: Size;
}

const codeOf = (chunks: readonly Rolldown.OutputChunk[]): string => chunks.map(({code}) => code).join('');

/** Bundles an element with its dependencies, from the built package, as an application does that has nothing else. */
export async function bundleElement(tag: ElementTag): Promise<ElementBundle> {
  const {output} = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      // Nothing is written there: the sources of the map are relative to it.
      outDir: `${root}bundle`,
      sourcemap: 'hidden',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {input: `${root}dist/define/${tag}.js`},
    },
  })) as Rolldown.RolldownOutput;
  const chunks = output.filter(each => each.type === 'chunk');
  const entry = chunks.find(({isEntry}) => isEntry) as Rolldown.OutputChunk;
  const names = new Set([entry.fileName, ...entry.imports]);
  const [atOnce, later] = [true, false].map(isAtOnce =>
    chunks.filter(({fileName}) => names.has(fileName) === isAtOnce),
  ) as [Rolldown.OutputChunk[], Rolldown.OutputChunk[]];
  return {
    tag,
    bundle: {code: entry.code, map: JSON.stringify(entry.map)},
    size: sizeOfBytes(Buffer.from(codeOf(atOnce))),
    onDemand: sizeOfBytes(Buffer.from(codeOf(later))),
  };
}

const recordFile = new URL('../element-sizes.json', import.meta.url);

type Limits = Readonly<Record<ElementTag, number>>;

/** The maximum size of each element's bundle, in bytes (gzip). */
export const elementLimits = (): Limits => JSON.parse(readFileSync(recordFile, 'utf8')) as Limits;

/** Limits are round, so that only a change that matters has to raise one. */
const step = 100;

export function recordElementLimits(bundles: readonly ElementBundle[]): void {
  const limits = Object.fromEntries(bundles.map(({tag, size}) => [tag, Math.ceil(size.gzip / step) * step]));
  writeFileSync(recordFile, `${JSON.stringify(limits, null, 2)}\n`);
}

/** What to do about an element that has become too large; undefined if it has not. */
export function elementProblem({tag, size}: ElementBundle, limits = elementLimits()): string | undefined {
  if (size.gzip <= limits[tag]) return undefined;
  return (
    `<${tag}> takes ${size.gzip} bytes (gzip) from npm, of ${limits[tag]} that it may have. ` +
    'See what is in it with npm run size -- --elements, and make it smaller, ' +
    'or justify the size and record it: npm run size -- --elements --update'
  );
}
