import {once} from 'node:events';
import {createServer} from 'node:net';

/** Returns a port that no server has: a search from a fixed port finds the same one for two that start together. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const {port} = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
