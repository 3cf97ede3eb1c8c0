/**
 * Calls back once, after the next frame is painted. Code that reads styles or positions earlier forces a layout of what
 * has just been rendered, so another render postpones the call until after its own frame.
 */
export class AfterPaint {
  readonly #callback: () => void;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(callback: () => void) {
    this.#callback = callback;
  }

  schedule(): void {
    this.cancel();
    // A timer that starts in a frame callback fires after that frame is painted.
    this.#frame = requestAnimationFrame(() => (this.#timer = setTimeout(this.#callback)));
  }

  cancel(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }
}
