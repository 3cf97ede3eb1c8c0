import type {ReactiveController, ReactiveControllerHost} from 'lit';

const minute = 60_000;

/** Renders its host every minute, so that relative times stay correct. */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = everyMinute(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
  }
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Calls the listener every minute while the page is visible, until the returned function is called. All listeners
 * share one timer.
 */
export function everyMinute(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener('visibilitychange', onVisibilityChange);
  listeners.add(listener);
  restartTimer();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) document.removeEventListener('visibilitychange', onVisibilityChange);
    restartTimer();
  };
}

function notifyListeners(): void {
  for (const listener of [...listeners]) listener();
}

function restartTimer(): void {
  clearInterval(timer);
  timer = listeners.size === 0 || document.hidden ? undefined : setInterval(notifyListeners, minute);
}

function onVisibilityChange(): void {
  restartTimer();
  if (!document.hidden) notifyListeners();
}
