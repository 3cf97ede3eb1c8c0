import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {canonical, localeFor, onLocaleRegistered, type Locale} from '../messages/locales.js';
import {createWords, type Messages, type Words} from '../messages/words.js';

interface WordsHost extends ReactiveControllerHost, HTMLElement {
  readonly locale: string;
  readonly messages: Partial<Messages> | undefined;
}

/** Its host's words: the first language asked for that there are any in, and numbers and times as the reader's place writes them. */
export class WordsController implements ReactiveController {
  readonly #host: WordsHost;
  #tag = '';
  #locale: Locale | undefined;
  #messages: Partial<Messages> | undefined;
  #letGo: (() => void) | undefined;
  value: Words = createWords('en');

  constructor(host: WordsHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#letGo = onLocaleRegistered(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#letGo?.();
  }

  hostUpdate(): void {
    const {messages} = this.#host;
    const tag = this.#negotiate();
    const locale = localeFor(tag);
    if (tag === this.#tag && locale === this.#locale && messages === this.#messages) return;
    this.#tag = tag;
    this.#locale = locale;
    this.#messages = messages;
    this.value = createWords(tag, {...locale?.messages, ...messages});
  }

  /** A sentence in one language does not take a date in another: unless there are words for it, English it is. */
  #negotiate(): string {
    const wanted = [this.#host.locale, languageOf(this.#host), ...navigator.languages];
    const tags = wanted.map(canonical).filter(tag => tag !== undefined);
    // A host that brings words says with `locale` which they are.
    return (this.#host.messages ? tags[0] : tags.find(localeFor)) ?? 'en';
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
