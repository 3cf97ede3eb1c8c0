import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Locale} from '../../i18n/locale.js';
import {canonicalizeTag, findLocale, onLocaleChange} from '../../i18n/registry.js';
import {warnAboutUnknownKeys} from '../../i18n/unknown-keys.js';
import {createTranslator, type Messages, type Translator} from '../../i18n/translator.js';

interface WordsHost extends ReactiveControllerHost, HTMLElement {
  readonly locale: string;
  readonly messages: Partial<Messages> | undefined;
}

/** How long nothing is shown, so that no English flashes up before words that are on their way. In milliseconds. */
const patience = 300;

/**
 * Its host's words: the first language asked for that there are any in, and numbers and times as the reader's place
 * writes them.
 */
export class LocalizeController implements ReactiveController {
  readonly #host: WordsHost;
  #tag = '';
  #locale: Locale | undefined;
  #registered: Partial<Messages> | undefined;
  #messages: Partial<Messages> | undefined;
  #letGo: (() => void) | undefined;
  /** The timer that ends it. Undefined before the first update, and 0 once nothing is waited for any more. */
  #patience: number | undefined;
  value: Translator = createTranslator('en');

  constructor(host: WordsHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the host, which has shown nothing yet, had better go on so for a moment: its words are on their way. */
  get isWaiting(): boolean {
    return Boolean(this.#patience && this.#locale?.isLoading);
  }

  hostConnected(): void {
    this.#letGo = onLocaleChange(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#letGo?.();
    clearTimeout(this.#patience);
    this.#patience = 0;
  }

  hostUpdate(): void {
    const {messages} = this.#host;
    const tag = this.#negotiate();
    this.#locale = findLocale(tag);
    void this.#locale?.load();
    this.#patience ??= this.#locale?.isLoading ? window.setTimeout(this.#show, patience) : 0;
    // Until the words are there, those that have been there go on.
    if (!messages && this.#locale && !this.#locale.messages) return;
    this.#choose(tag, this.#locale?.messages, messages);
  }

  readonly #show = (): void => {
    this.#patience = 0;
    this.#host.requestUpdate();
  };

  #choose(tag: string, registered: Partial<Messages> | undefined, messages: Partial<Messages> | undefined): void {
    if (tag === this.#tag && registered === this.#registered && messages === this.#messages) return;
    if (messages && messages !== this.#messages) warnAboutUnknownKeys(messages);
    this.#tag = tag;
    this.#registered = registered;
    this.#messages = messages;
    this.value = createTranslator(tag, {...registered, ...messages});
  }

  /** A sentence in one language does not take a date in another: unless there are words for it, English it is. */
  #negotiate(): string {
    const {locale, messages} = this.#host;
    for (const wanted of [locale, languageOf(this.#host), ...navigator.languages]) {
      const tag = wanted && canonicalizeTag(wanted);
      // A host that brings words says with `locale` which they are.
      if (tag && (messages || findLocale(tag))) return tag;
    }
    return 'en';
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
