import {decodedMappings, TraceMap} from '@jridgewell/trace-mapping';
import {readFileSync} from 'node:fs';

import {brotliSize, standaloneFile} from './size.js';

/** Who a piece of the file belongs to: a dependency, or one of our folders. */
function ownerOf(source: string | null | undefined): string {
  const dependency = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source ?? '');
  const folder = /(?:^|\/)(src\/[^/]+|stand-ins)\//.exec(source ?? '');
  return dependency?.[1] ?? folder?.[1] ?? 'what holds it together';
}

/** The file's text by whom it belongs to, each piece in its place. */
function pieces(code: string, map: TraceMap): {readonly owner: string; readonly text: string}[] {
  const mappings = decodedMappings(map);
  return code.split('\n').flatMap((line, index) => {
    const segments = mappings[index] ?? [];
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
  /** By how much the file as it is sent would be smaller without it. */
  readonly brotli: number;
}

/** Who takes how much of the standalone file, the most first. */
export function account(): Share[] {
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
