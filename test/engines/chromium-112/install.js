import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {brotliDecompressSync} from 'node:zlib';

const folder = fileURLToPath(new URL('.', import.meta.url));
const packed = `${folder}node_modules/@sparticuz/chromium/bin/chromium.br`;
const browser = `${folder}node_modules/chromium`;

/** The path of Chromium 112, for Linux on x64. Downloads it from the npm registry if that has not been done. */
export function installChromium112() {
  if (existsSync(browser)) return browser;
  console.log('Installing Chromium 112 (npm ci).');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {cwd: folder});
  // Renamed when it is complete: a stopped run leaves no half of it.
  writeFileSync(`${browser}.new`, brotliDecompressSync(readFileSync(packed)), {mode: 0o755});
  renameSync(`${browser}.new`, browser);
  return browser;
}
