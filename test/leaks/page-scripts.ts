// These functions run in the page, after bench/page/harness.js.

declare global {
  interface Window {
    timers: Set<unknown>;
    openedTickets?: number;
    readonly bench: {readonly fetch: typeof fetch; readonly token: string; readonly requests: string[]};
  }
}

/** Records in `window.timers` which timers are pending. */
export function countTimers(): void {
  const timers = (window.timers = new Set<unknown>());
  const {setTimeout: startTimeout, setInterval: startInterval, clearTimeout: clear} = window;
  const setTimeout = (callback: () => void, ...rest: [number?]): number => {
    const timer = startTimeout(
      () => {
        timers.delete(timer);
        callback();
      },
      ...rest,
    );
    timers.add(timer);
    return timer;
  };
  const setInterval = (...parameters: [() => void, number?]): number => {
    const timer = startInterval(...parameters);
    timers.add(timer);
    return timer;
  };
  const clearTimer = (timer?: number): void => {
    timers.delete(timer);
    clear(timer);
  };
  Object.assign(window, {setTimeout, setInterval, clearTimeout: clearTimer, clearInterval: clearTimer});
}

/** Adds elements to the page, one after another, and removes each when it is ready. */
export async function mountElements(times: number): Promise<void> {
  const {bench} = window;
  const tags = ['isp-ticket-list', 'isp-ticket-thread', 'isp-new-ticket', 'isp-reply-banner', 'isp-support'];
  for (let index = 0; index < times; index++) {
    const element = document.createElement(tags[index % tags.length]!) as HTMLElement & {
      readonly updateComplete: Promise<boolean>;
    };
    Object.assign(element, {
      apiBase: '/api',
      ticketId: 't1',
      fetch: bench.fetch,
      token: bench.token,
      persistence: 'none',
    });
    const ready = new Promise(resolve => element.addEventListener('isp-ready', resolve, {once: true}));
    document.body.append(element);
    await ready;
    await element.updateComplete;
    element.remove();
  }
  bench.requests.length = 0;
}

/** Opens tickets in the page's thread, one after another. */
export async function openTickets(times: number): Promise<void> {
  const element = document.querySelector('#view') as HTMLElement & {
    ticketId: string;
    readonly updateComplete: Promise<boolean>;
  };
  for (let index = 0; index < times; index++) {
    window.openedTickets = (window.openedTickets ?? 1) + 1;
    element.ticketId = `t${window.openedTickets}`;
    await element.updateComplete;
    while (!element.shadowRoot?.querySelector('.reply')) await new Promise(requestAnimationFrame);
  }
  element.ticketId = 't1';
  await element.updateComplete;
  window.bench.requests.length = 0;
}
