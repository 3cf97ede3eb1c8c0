import {readFileSync, writeFileSync} from 'node:fs';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

export interface Size {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** The most that the standalone file may weigh with brotli, whatever is recorded. The aim is 50,000. */
export const ceiling = 54_000;

export const standaloneFile = new URL('../../dist/standalone/isp-support.js', import.meta.url);

/** What some bytes weigh as a server sends them at its best. */
export const brotliSize = (bytes: Buffer): number =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

/** What the file weighs as it is, and as it is sent. */
export function sizeOf(file: URL = standaloneFile): Size {
  const bytes = readFileSync(file);
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, {level: constants.Z_BEST_COMPRESSION}).length,
    brotli: brotliSize(bytes),
  };
}

const bytes = (count: number): string => count.toLocaleString('en');

const record = new URL('../size.json', import.meta.url);

/** The brotli bytes that nothing may add to unnoticed. */
export const recordedSize = (): number => (JSON.parse(readFileSync(record, 'utf8')) as Pick<Size, 'brotli'>).brotli;

export function recordSize({brotli}: Size): void {
  writeFileSync(record, `${JSON.stringify({brotli}, null, 2)}\n`);
}

export const describeSize = ({raw, gzip, brotli}: Size): string =>
  `dist/standalone/isp-support.js: ${bytes(raw)} bytes, ${bytes(gzip)} gzip, ${bytes(brotli)} brotli`;
