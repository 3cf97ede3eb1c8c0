import type {PageEvent, PageLifecycle} from '../../src/state/page-lifecycle.js';

/** A page that is visible and online until a test says otherwise. Setting a property dispatches the browser's event. */
export class FakePage implements PageLifecycle {
  readonly baseUrl: string;
  readonly secureOrigin = undefined;
  readonly #listeners = new Map<PageEvent, Set<() => void>>();
  #isHidden = false;
  #isOnline = true;

  constructor(baseUrl = 'https://portal.example/support') {
    this.baseUrl = baseUrl;
  }

  get isHidden(): boolean {
    return this.#isHidden;
  }

  set isHidden(isHidden: boolean) {
    this.#isHidden = isHidden;
    this.dispatch('visibilitychange');
  }

  get isOnline(): boolean {
    return this.#isOnline;
  }

  set isOnline(isOnline: boolean) {
    this.#isOnline = isOnline;
    this.dispatch(isOnline ? 'online' : 'offline');
  }

  /** The number of listeners of all events. */
  get listenerCount(): number {
    return [...this.#listeners.values()].reduce((sum, {size}) => sum + size, 0);
  }

  subscribe(events: readonly PageEvent[], listener: () => void): () => void {
    const sets = events.map(event => {
      const set = this.#listeners.get(event) ?? new Set();
      this.#listeners.set(event, set);
      return set.add(listener);
    });
    return () => {
      for (const set of sets) set.delete(listener);
    };
  }

  dispatch(event: PageEvent): void {
    for (const listener of [...(this.#listeners.get(event) ?? [])]) listener();
  }
}
