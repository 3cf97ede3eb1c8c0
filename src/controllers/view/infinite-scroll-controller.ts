import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How far ahead of the viewport more rows are loaded. */
const rootMargin = '200px';

/** Calls back when the user scrolls to an element of its host. Not if the element was in view from the start. */
export class InfiniteScrollController implements ReactiveController {
  readonly #find: () => Element | null;
  readonly #onReach: () => void;
  #observer: IntersectionObserver | undefined;
  #target: Element | null = null;
  #wasOutOfView = false;

  constructor(host: ReactiveControllerHost, find: () => Element | null, onReach: () => void) {
    this.#find = find;
    this.#onReach = onReach;
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
    if (isInView && this.#wasOutOfView) this.#onReach();
    this.#wasOutOfView = !isInView;
  }
}
