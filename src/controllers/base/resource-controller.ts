import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Loadable} from '../../state/cache/resource.js';
import type {State} from '../../internal/observable-value.js';
import {ErrorReportController} from './error-report-controller.js';
import {StateController} from './state-controller.js';

/** How far something has come that was asked for. */
export type Progress = 'loading' | 'failed' | 'shown';

interface Loading<Value> {
  readonly state: State<Loadable<Value>>;
  load(): Promise<void>;
  /** Keeps it up to date until the returned function is called. */
  watch(): (() => void) | undefined;
}

/** Loads what it picks, if nobody has, and renders its host with what is known of it. */
export class ResourceController<Value> implements ReactiveController {
  readonly #pick: () => Loading<Value> | undefined;
  readonly #state: StateController<Loadable<Value>>;
  #resource: Loading<Value> | undefined;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, pick: () => Loading<Value> | undefined) {
    this.#pick = pick;
    host.addController(this);
    this.#state = new StateController(host, () => this.#resource?.state);
    // A refused account is the session's to tell, once for everything that was asked for.
    new ErrorReportController(host, () => (this.state.error?.refusesAccount ? undefined : this.state.error));
  }

  get state(): Loadable<Value> {
    return this.#state.value ?? {status: 'idle'};
  }

  get value(): Value | undefined {
    return this.state.value;
  }

  /** A value stays `shown`, whatever becomes of reading it again. */
  get progress(): Progress {
    const {value, status} = this.state;
    if (value !== undefined) return 'shown';
    return status === 'failed' ? 'failed' : 'loading';
  }

  hostUpdate(): void {
    const resource = this.#pick();
    if (resource === this.#resource) return;
    this.#look(resource);
    void resource?.load();
  }

  hostDisconnected(): void {
    this.#look(undefined);
  }

  #look(resource: Loading<Value> | undefined): void {
    this.#unwatch?.();
    this.#resource = resource;
    this.#unwatch = resource?.watch();
  }
}
