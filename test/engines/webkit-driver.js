import {spawn} from 'node:child_process';
import {setTimeout as delay} from 'node:timers/promises';

import {timeZone} from '../../.ci/tests/engines.js';
import {freePort} from '../../.ci/tests/free-port.js';
import {startDisplay} from '../display.js';

/** Starts a process that is killed when this one ends. */
function start(command, args, options) {
  const child = spawn(command, args, options);
  child.once('error', error => {
    throw error;
  });
  process.once('exit', () => child.kill());
  return child;
}

async function isReady(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/status`)).ok;
  } catch {
    return false;
  }
}

/** Starts the WebDriver server of WebKitGTK on a display of its own, and returns its port. */
export async function startWebkitDriver() {
  const [display, port] = await Promise.all([startDisplay(), freePort()]);
  start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'inherit',
    // Without a locale, the language is "C".
    env: {...process.env, DISPLAY: display, TZ: timeZone, LC_ALL: 'C'},
  });
  for (let attempt = 0; !(await isReady(port)); attempt++) {
    if (attempt === 100) throw new Error('WebKitWebDriver was not ready within 10 seconds.');
    await delay(100);
  }
  return port;
}
