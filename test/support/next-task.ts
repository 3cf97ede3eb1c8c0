/** Resolves in the next task, when what elements do one task after their removal is done. */
export const nextTask = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

/** Resolves in a later task without a timer, for tests with fake time. */
export const nextMessageTask = (): Promise<void> =>
  new Promise(resolve => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
