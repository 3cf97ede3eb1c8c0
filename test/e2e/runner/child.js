import {spawn} from 'node:child_process';
import {setTimeout as pause} from 'node:timers/promises';

import {assertGoingOn, atTheEnd} from './at-the-end.js';

/** A process that is at work in the background until it is stopped, at the latest at the end. */
export function startChild(command, words, {stopSignal = 'SIGTERM', ...options}) {
  assertGoingOn();
  const child = spawn(command, words, options);
  let failure;
  const ended = new Promise(resolve => {
    child.once('exit', resolve);
    child.once('error', error => {
      failure = error;
      resolve();
    });
  });
  const isRunning = () => !failure && child.exitCode === null && child.signalCode === null;

  const stop = async () => {
    if (!isRunning()) return;
    child.kill(stopSignal);
    await ended;
  };
  atTheEnd(stop);

  return {
    stop,
    /** Asks until the answer is yes. A process that has ended will not answer any more. */
    async answers(ask, seconds) {
      for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await pause(100)) {
        if (!isRunning()) throw new Error(failure?.message ?? `${command} ended; its words are above.`);
        if (await ask()) return;
      }
      await stop();
      throw new Error(`${command} did not answer within ${seconds} seconds.`);
    },
    /** How it ended: its exit code, or null after a signal. */
    ended: async () => {
      await ended;
      return child.exitCode;
    },
  };
}
