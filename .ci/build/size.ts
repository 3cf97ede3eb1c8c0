import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

export interface Size {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

const folder = new URL('../../dist/standalone/', import.meta.url);

export const standaloneFile = new URL('isp-support.js', folder);

/** The files of the standalone build, with the maximum brotli size of each, whatever size is recorded. */
export const ceilings = {'isp-support.js': 62_000, 'isp-ticket-views.js': 14_000} as const;
export type FileName = keyof typeof ceilings;
export const fileNames = Object.keys(ceilings) as FileName[];

/** The size with the best brotli compression. */
export const brotliSize = (bytes: Buffer): number =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

/** The size of a file, uncompressed and compressed. */
export function sizeOf(name: FileName): Size {
  const bytes = readFileSync(new URL(name, folder));
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, {level: constants.Z_BEST_COMPRESSION}).length,
    brotli: brotliSize(bytes),
  };
}

/** For the `integrity` of a script tag: https://developer.mozilla.org/docs/Web/Security/Subresource_Integrity */
export const integrityOf = (name: FileName, algorithm = 'sha384'): string =>
  `${algorithm}-${createHash(algorithm)
    .update(readFileSync(new URL(name, folder)))
    .digest('base64')}`;

const formatNumber = (count: number): string => count.toLocaleString('en');

const recordFile = new URL('../size.json', import.meta.url);

/** The recorded brotli sizes. A change that exceeds one fails the build. */
export const recordedSizes = (): Record<FileName, number> =>
  JSON.parse(readFileSync(recordFile, 'utf8')) as Record<FileName, number>;

export function recordSizes(sizes: Record<FileName, number>): void {
  writeFileSync(recordFile, `${JSON.stringify(sizes, null, 2)}\n`);
}

export function describeSize(name: FileName): string {
  const {raw, gzip, brotli} = sizeOf(name);
  return `dist/standalone/${name}: ${formatNumber(raw)} bytes, ${formatNumber(gzip)} gzip, ${formatNumber(brotli)} brotli`;
}
