import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** Keeps a second server out: the embedded database, unlike a real one, lets two processes spoil its files. */
export function claimFolder(folder: string): void {
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

/** Kept with the data, so that a restart signs nobody out. */
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
