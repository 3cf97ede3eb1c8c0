import type {ReactiveControllerHost} from 'lit';

import type {ObservableValue} from '../../internal/observable-value.js';

/** The current value of something that is observed; undefined while there is nothing to observe. */
export interface Observed<Value> {
  readonly value: Value | undefined;
}

/**
 * Renders its host whenever an observed value differs from what the host has rendered. The observed values may change
 * from one update to the next.
 */
export class Subscriptions {
  readonly #host: ReactiveControllerHost;
  readonly #subscriptions: Subscription<unknown>[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Observes what `pick` returns at each update. */
  observe<Value>(pick: () => ObservableValue<Value> | undefined): Observed<Value> {
    const subscription = new Subscription(pick, () => this.#host.requestUpdate());
    this.#subscriptions.push(subscription as Subscription<unknown>);
    return subscription;
  }

  /** Selects the observed values again. */
  update(): void {
    for (const subscription of this.#subscriptions) subscription.update();
  }

  /** Remembers what the host has rendered. */
  rendered(): void {
    for (const subscription of this.#subscriptions) subscription.rendered();
  }

  /** Observes nothing until the next update. */
  clear(): void {
    for (const subscription of this.#subscriptions) subscription.clear();
  }
}

class Subscription<Value> implements Observed<Value> {
  readonly #pick: () => ObservableValue<Value> | undefined;
  readonly #onChange: () => void;
  #observable: ObservableValue<Value> | undefined;
  #unsubscribe: (() => void) | undefined;
  #rendered: Value | undefined;

  constructor(pick: () => ObservableValue<Value> | undefined, onChange: () => void) {
    this.#pick = pick;
    this.#onChange = () => {
      if (this.value !== this.#rendered) onChange();
    };
  }

  get value(): Value | undefined {
    return this.#observable?.value;
  }

  update(): void {
    this.#observe(this.#pick());
  }

  rendered(): void {
    this.#rendered = this.value;
  }

  clear(): void {
    this.#observe(undefined);
  }

  #observe(observable: ObservableValue<Value> | undefined): void {
    if (observable === this.#observable) return;
    this.#unsubscribe?.();
    this.#observable = observable;
    this.#unsubscribe = observable?.subscribe(this.#onChange);
  }
}
