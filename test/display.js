import {spawn} from 'node:child_process';
import {once} from 'node:events';

/** Starts an X server without a screen, and returns its display. It ends with this process. */
export async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  process.once('exit', () => server.kill());
  const failed = once(server, 'error').then(([error]) => Promise.reject(error));
  const [number] = await Promise.race([once(server.stdout, 'data'), failed]);
  return `:${String(number).trim()}`;
}
