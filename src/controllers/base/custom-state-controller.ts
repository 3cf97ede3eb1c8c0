import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Tells a page's style sheet, as `:state(name)`, what CSS cannot know of its host. */
export class CustomStateController implements ReactiveController {
  readonly #names: () => Readonly<Record<string, boolean>>;
  readonly #states: CustomStateSet | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, names: () => Readonly<Record<string, boolean>>) {
    this.#names = names;
    // Safari before 16.4 has no internals.
    this.#states = (host.attachInternals as typeof host.attachInternals | undefined)?.call(host).states;
    host.addController(this);
  }

  hostUpdated(): void {
    for (const [name, isOn] of Object.entries(this.#names())) this.#set(name, isOn);
  }

  #set(name: string, isOn: boolean): void {
    try {
      if (isOn) this.#states?.add(name);
      else this.#states?.delete(name);
    } catch {
      // Chromium before 125 takes names of another form only, for selectors of another form: there are no states there.
    }
  }
}
