/** Resolves in the next task. Elements clean up one task after they are removed. */
export const nextTask = (): Promise<void> => new Promise(resolve => setTimeout(resolve));
