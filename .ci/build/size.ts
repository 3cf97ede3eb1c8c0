import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

export interface Size {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/**
 * The maximum brotli size of the standalone file, whatever size is recorded: see
 * docs/decisions/0018-one-file-over-the-ceiling.md.
 */
export const ceiling = 73_000;

export const standaloneFile = new URL('../../dist/standalone/isp-support.js', import.meta.url);

/** The size with the best brotli compression. */
export const brotliSize = (bytes: Buffer): number =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

/** The size with the best gzip compression. */
export const gzipSize = (bytes: Buffer): number => gzipSync(bytes, {level: constants.Z_BEST_COMPRESSION}).length;

/** The size, uncompressed and compressed. */
export const sizeOfBytes = (bytes: Buffer): Size => ({
  raw: bytes.length,
  gzip: gzipSize(bytes),
  brotli: brotliSize(bytes),
});

export const sizeOf = (file: URL = standaloneFile): Size => sizeOfBytes(readFileSync(file));

/** For the `integrity` of a script tag: https://developer.mozilla.org/docs/Web/Security/Subresource_Integrity */
export const integrityOf = (file: URL = standaloneFile): string =>
  `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

const formatNumber = (count: number): string => count.toLocaleString('en');

const recordFile = new URL('../size.json', import.meta.url);

/** The recorded brotli size. A change that exceeds it fails the build. */
export const recordedSize = (): number => (JSON.parse(readFileSync(recordFile, 'utf8')) as Pick<Size, 'brotli'>).brotli;

export function recordSize({brotli}: Size): void {
  writeFileSync(recordFile, `${JSON.stringify({brotli}, null, 2)}\n`);
}

export const describeSize = ({raw, gzip, brotli}: Size, name = 'dist/standalone/isp-support.js'): string =>
  `${name}: ${formatNumber(raw)} bytes, ${formatNumber(gzip)} gzip, ${formatNumber(brotli)} brotli`;
