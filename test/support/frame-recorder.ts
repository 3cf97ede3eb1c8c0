import {deepMarkup} from './deep-markup.js';

/** Records in every frame which of some texts an element contains, until `stop()` is called. */
export class FrameRecorder {
  readonly seenTexts: string[] = [];
  frameCount = 0;
  readonly #element: Element;
  readonly #texts: readonly string[];
  #request: number;

  constructor(element: Element, texts: readonly string[]) {
    this.#element = element;
    this.#texts = texts;
    this.#request = requestAnimationFrame(this.#recordFrame);
  }

  stop(): void {
    cancelAnimationFrame(this.#request);
  }

  readonly #recordFrame = (): void => {
    const markup = deepMarkup(this.#element);
    this.frameCount++;
    this.seenTexts.push(...this.#texts.filter(text => markup.includes(text)));
    this.#request = requestAnimationFrame(this.#recordFrame);
  };
}
