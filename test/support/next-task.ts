/** Resolves in the next task, when what elements do one task after their removal is done. */
export const nextTask = (): Promise<void> => new Promise(resolve => setTimeout(resolve));
