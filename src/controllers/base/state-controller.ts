import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {State} from '../../internal/observable-value.js';

/** Renders its host whenever the state it picks changes. What it picks may itself change from one update to the next. */
export class StateController<Value> implements ReactiveController {
  protected readonly host: ReactiveControllerHost & HTMLElement;
  readonly #pick: () => State<Value> | undefined;
  #state: State<Value> | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, pick: () => State<Value> | undefined) {
    this.host = host;
    this.#pick = pick;
    host.addController(this);
  }

  get value(): Value | undefined {
    return this.#state?.value;
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#watch(undefined);
  }

  hostUpdate(): void {
    this.#watch(this.#pick());
  }

  #watch(state: State<Value> | undefined): void {
    if (state === this.#state) return;
    this.#unsubscribe?.();
    this.#state = state;
    this.#unsubscribe = state?.subscribe(() => this.host.requestUpdate());
  }
}
