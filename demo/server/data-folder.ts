import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** Prevents a second server: the embedded database does not protect its files from another process. */
export function lockFolder(folder: string): void {
  mkdirSync(folder, {recursive: true});
  const file = join(folder, 'server.pid');
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder > 0 && holder !== process.pid && isRunning(holder)) {
    throw new Error(
      `Process ${holder} is using the data in ${folder}. Stop it first, or delete ${file} if it is some other program.`,
    );
  }
  writeFileSync(file, String(process.pid));
  process.on('exit', () => rmSync(file, {force: true}));
}

/** Stored with the data, so that sessions survive a restart. */
export function signingSecret(folder: string): Uint8Array {
  mkdirSync(folder, {recursive: true});
  const file = join(folder, 'secret');
  if (!existsSync(file)) writeFileSync(file, crypto.getRandomValues(new Uint8Array(32)), {mode: 0o600});
  return new Uint8Array(readFileSync(file));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
