import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {createWords, type Messages, type Words} from '../messages/words.js';

interface WordsHost extends ReactiveControllerHost, HTMLElement {
  readonly locale: string;
  readonly messages: Partial<Messages> | undefined;
}

/** Its host's words: English, unless the host brings its own; numbers and times as the reader's place writes them. */
export class WordsController implements ReactiveController {
  readonly #host: WordsHost;
  #locale = '';
  #messages: Partial<Messages> | undefined;
  value: Words = createWords('en');

  constructor(host: WordsHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const {messages} = this.#host;
    const locale = this.#negotiate();
    if (locale === this.#locale && messages === this.#messages) return;
    this.#locale = locale;
    this.#messages = messages;
    this.value = createWords(locale, messages);
  }

  /** A sentence in one language does not take a date in another: unless the host has words for it, English it is. */
  #negotiate(): string {
    const wanted =
      [this.#host.locale, languageOf(this.#host), ...navigator.languages].map(mended).find(Boolean) ?? 'en';
    return this.#host.messages || /^en\b/i.test(wanted) ? wanted : 'en';
  }
}

/** The language of the nearest element that says one, across shadow roots. */
function languageOf(element: Element): string {
  for (let node: Element | null = element; node;) {
    const tagged: Element | null = node.closest('[lang]');
    if (tagged) return tagged.getAttribute('lang') ?? '';
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/** `en_GB` is written everywhere and throws in every Intl constructor. */
function mended(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replace(/_/g, '-'))[0] ?? '';
  } catch {
    return '';
  }
}
