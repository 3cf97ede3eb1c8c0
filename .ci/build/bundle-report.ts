import {decodedMappings, TraceMap} from '@jridgewell/trace-mapping';
import {readFileSync} from 'node:fs';

import {brotliSize, standaloneFile} from './size.js';

/** The package or the folder of ours that a source belongs to. What the bundler wrote itself has no source. */
function ownerOf(source: string | null | undefined): string {
  const dependency = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source ?? '');
  const folder = /(?:^|\/)(src\/[^/]+)\//.exec(source ?? '');
  return dependency?.[1] ?? folder?.[1] ?? '[unmapped]';
}

/** The file's text in pieces, each with its owner. */
function pieces(code: string, map: TraceMap): {readonly owner: string; readonly text: string}[] {
  const mappings = decodedMappings(map);
  return code.split('\n').flatMap((line, index) => {
    const segments = mappings[index]?.length ? mappings[index] : [[0] as [number]];
    return segments.map(([column, source], at) => ({
      owner: ownerOf(source === undefined ? undefined : map.sources[source]),
      text: line.slice(at === 0 ? 0 : column, segments[at + 1]?.[0] ?? line.length),
    }));
  });
}

export interface Share {
  readonly owner: string;
  /** Bytes of the file as it is. */
  readonly raw: number;
  /** By how much the compressed file would be smaller without it. */
  readonly brotli: number;
}

/** What each package and each of our folders adds to the standalone file, the largest first. */
export function bundleReport(): Share[] {
  const code = readFileSync(standaloneFile, 'utf8');
  const all = pieces(code, new TraceMap(readFileSync(new URL(`${standaloneFile.href}.map`), 'utf8')));
  const textOf = (isWanted: (owner: string) => boolean): string =>
    all.flatMap(({owner, text}) => (isWanted(owner) ? [text] : [])).join('');
  const whole = brotliSize(Buffer.from(code));
  return [...new Set(all.map(({owner}) => owner))]
    .map(owner => ({
      owner,
      raw: Buffer.byteLength(textOf(each => each === owner)),
      brotli: whole - brotliSize(Buffer.from(textOf(each => each !== owner))),
    }))
    .sort((one, other) => other.brotli - one.brotli);
}
