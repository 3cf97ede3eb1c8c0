import {decodedMappings, TraceMap} from '@jridgewell/trace-mapping';
import {readFileSync} from 'node:fs';

import {brotliSize, standaloneFile} from './size.js';

/** The npm package that a source belongs to, or its folder. Code that the bundler generates has no source. */
export type OwnerOf = (source: string) => string | undefined;

const packageOf: OwnerOf = source => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];

/** Folders of `src`, or of `dist`, which has the same: as layers, or with the folders in them. */
export const byLayer: OwnerOf = source => /(?:^|\/)(?:src|dist)\/([^/]+)\//.exec(source)?.[1];
export const byFolder: OwnerOf = source => /(?:^|\/)(?:src|dist)\/([^/]+(?:\/[^/]+)?)\//.exec(source)?.[1];

interface Segment {
  readonly owner: string;
  readonly text: string;
}

/** Splits a bundle by its source map into segments, each with its owner. */
function splitByOwner(code: string, map: TraceMap, folderOf: OwnerOf): readonly Segment[] {
  const mappings = decodedMappings(map);
  const owners = map.sources.map(source => packageOf(source ?? '') ?? folderOf(source ?? '') ?? '[unmapped]');
  // The lines of a template have no mappings: they belong to what is before them.
  let owner = '[unmapped]';
  return code.split('\n').flatMap((line, index) => {
    const lineMappings = mappings[index] ?? [];
    const before = {owner, text: line.slice(0, lineMappings[0]?.[0])};
    const mapped = lineMappings.map(([column, source], at) => {
      owner = (source === undefined ? undefined : owners[source]) ?? '[unmapped]';
      return {owner, text: line.slice(column, lineMappings[at + 1]?.[0] ?? line.length)};
    });
    return [before, ...mapped];
  });
}

export interface Share {
  readonly owner: string;
  /** Uncompressed bytes. */
  readonly raw: number;
  /** The bytes by which the compressed file would be smaller without this owner. */
  readonly compressed: number;
}

export interface Bundle {
  readonly code: string;
  /** The source map, as JSON. */
  readonly map: string;
}

/** The standalone file of the last build. */
export const standaloneBundle = (): Bundle => ({
  code: readFileSync(standaloneFile, 'utf8'),
  map: readFileSync(new URL(`${standaloneFile.href}.map`), 'utf8'),
});

/** The share of each npm package and folder in a bundle, the largest first. */
export function bundleReport({code, map}: Bundle, folderOf: OwnerOf, compressedSize = brotliSize): Share[] {
  const segments = splitByOwner(code, new TraceMap(map), folderOf);
  const textOf = (isIncluded: (owner: string) => boolean): string =>
    segments.flatMap(({owner, text}) => (isIncluded(owner) ? [text] : [])).join('');
  const whole = compressedSize(Buffer.from(code));
  return [...new Set(segments.map(({owner}) => owner))]
    .map(owner => ({
      owner,
      raw: Buffer.byteLength(textOf(each => each === owner)),
      compressed: whole - compressedSize(Buffer.from(textOf(each => each !== owner))),
    }))
    .sort((one, other) => other.compressed - one.compressed);
}
