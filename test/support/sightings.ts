import {wholeMarkup} from './markup.js';

/** What of some words was on the screen, frame by frame, from the next one on until it is told to stop. */
export class Sightings {
  readonly seen: string[] = [];
  frames = 0;
  readonly #element: Element;
  readonly #words: readonly string[];
  #request: number;

  constructor(element: Element, words: readonly string[]) {
    this.#element = element;
    this.#words = words;
    this.#request = requestAnimationFrame(this.#look);
  }

  stop(): void {
    cancelAnimationFrame(this.#request);
  }

  readonly #look = (): void => {
    const markup = wholeMarkup(this.#element);
    this.frames++;
    this.seen.push(...this.#words.filter(words => markup.includes(words)));
    this.#request = requestAnimationFrame(this.#look);
  };
}
