import type {LitElement, ReactiveController} from 'lit';

import type {Progress} from '../base/resource-controller.js';

/**
 * How long the remaining rows wait for the next frame, in milliseconds. A hidden page has no frames, and it may wait
 * for the element before it shows itself.
 */
const nextFrameTimeout = 200;

/**
 * Renders the rows that fit on one screen first and the others in the next frame: the first rows appear in half the
 * time on a low-end phone. This applies only to rows that the customer has waited for.
 */
export class ProgressiveRenderController implements ReactiveController {
  readonly #host: LitElement;
  readonly #resource: {readonly progress: Progress};
  readonly #rowHeight: number;
  #isFirstScreen = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `rowHeight` is an estimate, in CSS pixels: to measure a row would force a layout before the first paint. */
  constructor(host: LitElement, resource: {readonly progress: Progress}, rowHeight: number) {
    this.#host = host;
    this.#resource = resource;
    this.#rowHeight = rowHeight;
    host.addController(this);
  }

  /** The loading state of the host. Rendering counts as loading. */
  get progress(): Progress {
    const {progress} = this.#resource;
    return this.#isFirstScreen && progress === 'shown' ? 'loading' : progress;
  }

  /** Returns the rows to render now. */
  rendered<Row>(rows: readonly Row[]): readonly Row[] {
    return this.#isFirstScreen ? rows.slice(0, Math.ceil(innerHeight / this.#rowHeight)) : rows;
  }

  hostUpdated(): void {
    const {progress} = this.#resource;
    if (progress === 'loading') this.#isFirstScreen = true;
    else if (progress === 'shown' && this.#isFirstScreen && this.#timer === undefined) {
      // A timer that starts in a frame callback fires after that frame is painted.
      requestAnimationFrame(() => setTimeout(this.#renderRest));
      this.#timer = setTimeout(this.#renderRest, nextFrameTimeout);
    }
  }

  hostDisconnected(): void {
    this.#end();
  }

  readonly #renderRest = (): void => {
    if (!this.#isFirstScreen) return;
    this.#end();
    this.#host.requestUpdate();
  };

  #end(): void {
    this.#isFirstScreen = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
