import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {idle, type Resource, type ResourceState} from '../../state/cache/resource.js';
import type {Session} from '../../state/session.js';
import type {SessionObserver} from './session-observer.js';
import type {Observed} from './subscriptions.js';

/** How far an element has come with what it shows. */
export type Progress = 'loading' | 'failed' | 'shown';

type LoadableResource<Value> = Pick<Resource<Value>, 'state' | 'load' | 'watch'>;

/**
 * Loads a resource of the session, keeps it up to date while its host is connected, and renders the host when it
 * changes.
 */
export class ResourceController<Value> implements ReactiveController {
  readonly #session: SessionObserver;
  readonly #pick: (session: Session) => LoadableResource<Value> | undefined;
  readonly #isNeeded: () => boolean;
  readonly #state: Observed<ResourceState<Value>>;
  #loaded: LoadableResource<Value> | undefined;
  #unwatch: (() => void) | undefined;

  /** If it is not `isNeeded`, the resource is observed but not loaded: another element may load it. */
  constructor(
    host: ReactiveControllerHost,
    session: SessionObserver,
    pick: (session: Session) => LoadableResource<Value> | undefined,
    isNeeded: () => boolean = () => true,
  ) {
    this.#session = session;
    this.#pick = pick;
    this.#isNeeded = isNeeded;
    host.addController(this);
    this.#state = session.observe(() => this.#picked?.state);
    session.reportError(() => this.#loaded && this.state.error);
  }

  get state(): ResourceState<Value> {
    return this.#state.value ?? idle;
  }

  get value(): Value | undefined {
    return this.state.value;
  }

  /** Once there is a value, it is `shown`, even if a later request fails. */
  get progress(): Progress {
    const {value, status} = this.state;
    if (value !== undefined) return 'shown';
    return status === 'failed' ? 'failed' : 'loading';
  }

  hostUpdate(): void {
    const resource = this.#isNeeded() ? this.#picked : undefined;
    if (resource === this.#loaded) return;
    this.#watch(resource);
    void resource?.load();
  }

  hostDisconnected(): void {
    this.#watch(undefined);
  }

  get #picked(): LoadableResource<Value> | undefined {
    const {value: session} = this.#session;
    return session && this.#pick(session);
  }

  #watch(resource: LoadableResource<Value> | undefined): void {
    this.#unwatch?.();
    this.#loaded = resource;
    this.#unwatch = resource?.watch();
  }
}
