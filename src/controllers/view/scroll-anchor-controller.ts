import type {ReactiveController, ReactiveElement} from 'lit';

import {keepingInView} from './scroll-anchor.js';

/** Leaves what somebody reads, or writes in, where it is when what its host shows changes above it. */
export class ReadingController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #value: () => unknown;
  readonly #selector: string;
  #drawn: unknown;
  #onDrawn: (() => void) | undefined;
  #held: Element | null | undefined;

  /** `value` is what the host shows, another one after each change; `selector` finds what is read, from top to bottom. */
  constructor(host: ReactiveElement, value: () => unknown, selector: string) {
    this.#host = host;
    this.#value = value;
    this.#selector = selector;
    host.addController(this);
  }

  hostUpdate(): void {
    const value = this.#value();
    if (value === this.#drawn) return;
    this.#drawn = value;
    void keepingInView(this.#held ?? this.#read, () => new Promise(drawn => (this.#onDrawn = drawn)));
  }

  hostUpdated(): void {
    this.#onDrawn?.();
    this.#onDrawn = undefined;
  }

  /** Leaves an element where it is while more is loaded above it. */
  async hold(element: Element | null | undefined, load: () => Promise<unknown>): Promise<void> {
    this.#held = element;
    await load();
    await this.#host.updateComplete;
    this.#held = undefined;
  }

  /** Nothing where somebody sees the beginning: what is new there is for them to see. */
  get #read(): Element | undefined {
    const {renderRoot} = this.#host;
    const box = renderRoot.querySelector('textarea:focus');
    if (box) return box;
    const all = [...renderRoot.querySelectorAll(this.#selector)];
    const read = all.find(element => element.getBoundingClientRect().bottom > 0);
    return read && (read !== all[0] || read.getBoundingClientRect().top < 0) ? read : undefined;
  }
}
