import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Progress} from './resource-controller.js';

/** How long the rest waits for a frame in milliseconds: a page that nobody sees yet has none, and may wait for us before it shows itself. */
const patience = 200;

/**
 * Draws of rows that were waited for the first screen, and the rest in the next frame: a cheap phone shows them in half the
 * time.
 */
export class FirstScreenController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #resource: {readonly progress: Progress};
  readonly #rowHeight: number;
  #isFirst = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** `rowHeight` is how high a row is at least, in pixels. */
  constructor(host: ReactiveControllerHost, resource: {readonly progress: Progress}, rowHeight: number) {
    this.#host = host;
    this.#resource = resource;
    this.#rowHeight = rowHeight;
    host.addController(this);
  }

  /** How far its host has come with what it loads, drawing included. */
  get progress(): Progress {
    const {progress} = this.#resource;
    return this.#isFirst && progress === 'shown' ? 'loading' : progress;
  }

  /** Those of the rows that are drawn now, from the top. */
  of<Row>(rows: readonly Row[]): readonly Row[] {
    return this.#isFirst ? rows.slice(0, Math.ceil(innerHeight / this.#rowHeight)) : rows;
  }

  hostUpdated(): void {
    const {progress} = this.#resource;
    if (progress === 'loading') this.#isFirst = true;
    else if (progress === 'shown' && this.#isFirst && this.#patience === undefined) {
      // What is asked for before a frame is drawn is done after it.
      requestAnimationFrame(() => setTimeout(this.#drawRest));
      this.#patience = setTimeout(this.#drawRest, patience);
    }
  }

  hostDisconnected(): void {
    this.#end();
  }

  readonly #drawRest = (): void => {
    if (!this.#isFirst) return;
    this.#end();
    this.#host.requestUpdate();
  };

  #end(): void {
    this.#isFirst = false;
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }
}
