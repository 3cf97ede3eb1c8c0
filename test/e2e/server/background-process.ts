import {spawn, type SpawnOptions} from 'node:child_process';
import {setTimeout as delay} from 'node:timers/promises';

export interface BackgroundProcess {
  /** Polls until the process is ready. Throws if it exits first, or after the given number of seconds. */
  waitUntilReady(isReady: () => boolean | Promise<boolean>, seconds: number): Promise<void>;
  stop(): Promise<void>;
}

export interface BackgroundProcessOptions extends SpawnOptions {
  readonly stopSignal?: NodeJS.Signals;
}

/** Starts a process that runs until it is stopped. */
export function startProcess(
  command: string,
  parameters: readonly string[],
  {stopSignal = 'SIGTERM', ...options}: BackgroundProcessOptions,
): BackgroundProcess {
  const child = spawn(command, parameters, options);
  let failure: Error | undefined;
  const exited = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
    child.once('error', error => {
      failure = error;
      resolve();
    });
  });
  const isRunning = (): boolean => !failure && child.exitCode === null && child.signalCode === null;

  const stop = async (): Promise<void> => {
    if (!isRunning()) return;
    child.kill(stopSignal);
    await exited;
  };

  return {
    stop,
    async waitUntilReady(isReady, seconds) {
      for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await delay(100)) {
        if (!isRunning()) throw new Error(failure?.message ?? `${command} exited; its output is above.`);
        if (await isReady()) return;
      }
      await stop();
      throw new Error(`${command} was not ready within ${seconds} seconds.`);
    },
  };
}
