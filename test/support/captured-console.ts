const methods = ['debug', 'log', 'info', 'warn', 'error'] as const;

/** Records what is written to the console in place of writing it, until `stop` is called. */
export function captureConsole(): {readonly lines: readonly string[]; stop(): void} {
  const lines: string[] = [];
  const originals = methods.map(method => console[method]);
  for (const method of methods) console[method] = (...data: unknown[]) => void lines.push(data.map(String).join(' '));
  return {
    lines,
    stop: () => methods.forEach((method, index) => (console[method] = originals[index]!)),
  };
}

/** What is written to the console while `run` runs. */
export async function consoleOutputOf(run: () => unknown): Promise<readonly string[]> {
  const {lines, stop} = captureConsole();
  try {
    await run();
  } finally {
    stop();
  }
  return lines;
}

/** For tests of mistakes that the page's developer learns of: each test captures the console. */
export function captureConsoleInEachTest(): void {
  let stop = (): void => undefined;
  beforeEach(() => ({stop} = captureConsole()));
  afterEach(() => stop());
}
