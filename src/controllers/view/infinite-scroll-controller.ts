import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How far ahead of the viewport more rows are loaded. */
const rootMargin = '200px';

/**
 * Loads more when the user scrolls to an element of its host, and again if they have reached it by then. Not if the
 * element was in view from the start.
 */
export class InfiniteScrollController implements ReactiveController {
  readonly #find: () => Element | null;
  readonly #load: () => Promise<unknown> | undefined;
  #observer: IntersectionObserver | undefined;
  #target: Element | null = null;
  #wasOutOfView = false;

  /** `load` returns undefined if nothing can be loaded now. */
  constructor(host: ReactiveControllerHost, find: () => Element | null, load: () => Promise<unknown> | undefined) {
    this.#find = find;
    this.#load = load;
    host.addController(this);
  }

  hostUpdated(): void {
    const target = this.#find();
    if (target === this.#target) return;
    this.hostDisconnected();
    this.#target = target;
    if (!target) return;
    // An observer of another window would not see the target scroll.
    const {IntersectionObserver} = (target.ownerDocument.defaultView ?? window) as Partial<typeof globalThis>;
    this.#observer =
      IntersectionObserver && new IntersectionObserver(entries => this.#onIntersect(entries), {rootMargin});
    this.#observer?.observe(target);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#target = null;
    this.#wasOutOfView = false;
  }

  #onIntersect(entries: readonly IntersectionObserverEntry[]): void {
    const isInView = entries[entries.length - 1]?.isIntersecting ?? false;
    const loading = isInView && this.#wasOutOfView ? this.#load() : undefined;
    this.#wasOutOfView = !isInView;
    void loading?.then(() => this.#lookAgain());
  }

  /** The user may have scrolled to the new end within a frame: the observer does not see that it was out of view. */
  #lookAgain(): void {
    if (!this.#target) return;
    this.#wasOutOfView = true;
    this.#observer?.unobserve(this.#target);
    this.#observer?.observe(this.#target);
  }
}
