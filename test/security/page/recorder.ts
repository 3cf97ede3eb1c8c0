// The first script of each page: what goes wrong from here on is a problem of the case.

declare global {
  interface Window {
    recorder: Recorder;
  }
}

/** Global functions as they were before the scripts of the page replaced them. */
const {encodeURIComponent: encode, setTimeout: startTimeout, Date: Clock} = window;

class Recorder {
  /** Policy violations, uncaught errors, and errors and warnings on the console. */
  readonly problems: string[] = [];
  /** Everything on the console. */
  readonly lines: string[] = [];

  /** Whether an element has shown its content. */
  isReady = false;

  constructor() {
    document.addEventListener('isp-ready', () => (this.isReady = true));
    document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sample}) => {
      // Firefox asks for it by itself.
      if (!blockedURI.endsWith('/favicon.ico'))
        this.problems.push(`policy: ${effectiveDirective} ${blockedURI} ${sample}`);
    });
    window.addEventListener('error', ({message, target}) => {
      if (target === window) this.problems.push(`error: ${message}`);
    });
    window.addEventListener('unhandledrejection', ({reason}) => this.problems.push(`rejection: ${String(reason)}`));
    for (const level of ['error', 'warn', 'info', 'log', 'debug'] as const) {
      const print = console[level].bind(console);
      console[level] = (...values: unknown[]) => {
        const line = values.map(String).join(' ');
        this.lines.push(line);
        if (level === 'error' || level === 'warn') this.problems.push(`console.${level}: ${line}`);
        print(...values);
      };
    }
  }

  readonly now = (): number => Clock.now();

  readonly pause = (milliseconds: number): Promise<void> =>
    new Promise(resolve => void startTimeout(resolve, milliseconds));

  /** Leaves the result where every driver can read it. */
  finish(failures: readonly string[]): void {
    document.title = `result:${encode([...failures, ...this.problems].join('\n'))}`;
  }
}

window.recorder = new Recorder();

export type {Recorder};
