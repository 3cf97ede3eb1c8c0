import {decodedMappings, TraceMap} from '@jridgewell/trace-mapping';
import {readFileSync} from 'node:fs';

import {brotliSize, standaloneFile} from './size.js';

/** The npm package or folder of src that a source belongs to. Code that the bundler generates has no source. */
function ownerOf(source: string | null | undefined): string {
  const dependency = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source ?? '');
  const folder = /(?:^|\/)(src\/[^/]+)\//.exec(source ?? '');
  return dependency?.[1] ?? folder?.[1] ?? '[unmapped]';
}

/** Splits the bundle by its source map into segments, each with its owner. */
function splitByOwner(code: string, map: TraceMap): {readonly owner: string; readonly text: string}[] {
  const mappings = decodedMappings(map);
  return code.split('\n').flatMap((line, index) => {
    const lineMappings = mappings[index]?.length ? mappings[index] : [[0] as [number]];
    return lineMappings.map(([column, source], at) => ({
      owner: ownerOf(source === undefined ? undefined : map.sources[source]),
      text: line.slice(at === 0 ? 0 : column, lineMappings[at + 1]?.[0] ?? line.length),
    }));
  });
}

export interface Share {
  readonly owner: string;
  /** Uncompressed bytes. */
  readonly raw: number;
  /** The bytes by which the compressed file would be smaller without this owner. */
  readonly brotli: number;
}

/** The share of each npm package and folder of src in the standalone file, the largest first. */
export function bundleReport(): Share[] {
  const code = readFileSync(standaloneFile, 'utf8');
  const segments = splitByOwner(code, new TraceMap(readFileSync(new URL(`${standaloneFile.href}.map`), 'utf8')));
  const textOf = (isIncluded: (owner: string) => boolean): string =>
    segments.flatMap(({owner, text}) => (isIncluded(owner) ? [text] : [])).join('');
  const whole = brotliSize(Buffer.from(code));
  return [...new Set(segments.map(({owner}) => owner))]
    .map(owner => ({
      owner,
      raw: Buffer.byteLength(textOf(each => each === owner)),
      brotli: whole - brotliSize(Buffer.from(textOf(each => each !== owner))),
    }))
    .sort((one, other) => other.brotli - one.brotli);
}
