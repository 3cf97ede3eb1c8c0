import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Sets the custom states of its host, which a page's style sheet matches by `:state(name)`. */
export class CustomStateController implements ReactiveController {
  readonly #values: () => Readonly<Record<string, boolean>>;
  readonly #states: CustomStateSet | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, values: () => Readonly<Record<string, boolean>>) {
    this.#values = values;
    // Safari before 16.4 has no `attachInternals`.
    this.#states = (host.attachInternals as typeof host.attachInternals | undefined)?.call(host).states;
    host.addController(this);
  }

  hostUpdated(): void {
    for (const [name, isOn] of Object.entries(this.#values())) this.#set(name, isOn);
  }

  #set(name: string, isOn: boolean): void {
    try {
      if (isOn) this.#states?.add(name);
      else this.#states?.delete(name);
    } catch {
      // Chromium before 125 accepts only names that begin with `--`, for another selector: it has no states here.
    }
  }
}
