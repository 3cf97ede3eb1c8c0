import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Tells when somebody scrolls to an element of its host's. One that was in view from the start is not scrolled to. */
export class RevealController implements ReactiveController {
  readonly #find: () => Element | null;
  readonly #onReveal: () => void;
  #observer: IntersectionObserver | undefined;
  #target: Element | null = null;
  #wasHidden = false;

  constructor(host: ReactiveControllerHost, find: () => Element | null, onReveal: () => void) {
    this.#find = find;
    this.#onReveal = onReveal;
    host.addController(this);
  }

  hostUpdated(): void {
    const target = this.#find();
    if (target === this.#target) return;
    this.hostDisconnected();
    this.#target = target;
    if (!target) return;
    this.#observer = new IntersectionObserver(entries => this.#onMove(entries), {rootMargin: '200px'});
    this.#observer.observe(target);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#target = null;
    this.#wasHidden = false;
  }

  #onMove(entries: readonly IntersectionObserverEntry[]): void {
    const isVisible = entries[entries.length - 1]?.isIntersecting ?? false;
    if (isVisible && this.#wasHidden) this.#onReveal();
    this.#wasHidden = !isVisible;
  }
}
