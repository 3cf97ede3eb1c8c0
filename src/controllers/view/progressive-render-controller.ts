import type {LitElement, ReactiveController} from 'lit';

import type {Progress} from '../base/resource-controller.js';

/**
 * How long the rest waits for a frame in milliseconds: a page that nobody sees yet has none, and may wait for us before
 * it shows itself.
 */
const patience = 200;

/**
 * Draws of rows that were waited for the first screen, and the rest in the next frame: a cheap phone shows them in half
 * the time.
 */
export class ProgressiveRenderController implements ReactiveController {
  readonly #host: LitElement;
  readonly #resource: {readonly progress: Progress};
  #isFirst = false;
  /** How many rows a screen shows. */
  #length = Infinity;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, resource: {readonly progress: Progress}) {
    this.#host = host;
    this.#resource = resource;
    host.addController(this);
  }

  /** How far its host has come with what it loads, drawing included. */
  get progress(): Progress {
    const {progress} = this.#resource;
    return this.#isFirst && progress === 'shown' ? 'loading' : progress;
  }

  /** Those of the rows that are drawn now, from the top. */
  rendered<Row>(rows: readonly Row[]): readonly Row[] {
    return this.#isFirst ? rows.slice(0, this.#length) : rows;
  }

  /** What stands in the place of a row is as high as one, and has been laid out by the time it goes. */
  hostUpdate(): void {
    const skeletonRow = this.#isFirst && this.#host.renderRoot.querySelector<HTMLElement>('.skeleton-row');
    if (skeletonRow) this.#length = Math.ceil(innerHeight / skeletonRow.offsetHeight);
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
