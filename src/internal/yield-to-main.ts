/**
 * Ends the current task, so that the page can handle input and paint before the rest continues
 * (https://web.dev/articles/optimize-long-tasks#yield-to-main-thread).
 */
export const yieldToMain = (): Promise<void> => new Promise(resolve => setTimeout(resolve));
