/** Settles as the promise does, or rejects as soon as the signal is aborted. */
export async function untilAborted<Output>(promise: Promise<Output>, signal: AbortSignal): Promise<Output> {
  signal.throwIfAborted();
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
