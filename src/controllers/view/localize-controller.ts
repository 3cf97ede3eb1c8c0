import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Locale} from '../../i18n/locale.js';
import {canonicalizeTag, findLocale, onLocaleChange} from '../../i18n/registry.js';
import {createTranslator, type Messages, type Translator} from '../../i18n/translator.js';

interface LocalizeHost extends ReactiveControllerHost, HTMLElement {
  readonly locale: string;
  readonly messages: Partial<Messages> | undefined;
}

/** How long the host waits for its language pack before it shows English, in milliseconds. */
const localeTimeout = 300;

/**
 * Translates the host's texts into the first preferred language that is available, and formats numbers and times for
 * the region of that preference.
 */
export class LocalizeController implements ReactiveController {
  readonly #host: LocalizeHost;
  readonly #english: Partial<Messages>;
  readonly #checkMessages: (messages: Partial<Messages>) => void;
  #tag = '';
  #locale: Locale | undefined;
  #registered: Partial<Messages> | undefined;
  #messages: Partial<Messages> | undefined;
  #unsubscribe: (() => void) | undefined;
  /** The timer of `localeTimeout`: undefined before the first update, and 0 once the host no longer waits. */
  #timer: number | undefined;
  value: Translator;
  /** Whether the texts are in the language of the reader's browser. */
  isOfReader = false;

  /** `english` has the texts that the host shows. `checkMessages` is called with those of the page. */
  constructor(host: LocalizeHost, english: Partial<Messages>, checkMessages: (messages: Partial<Messages>) => void) {
    this.#host = host;
    this.#english = english;
    this.#checkMessages = checkMessages;
    this.value = createTranslator(english, 'en');
    host.addController(this);
  }

  /** Whether the host should show nothing yet, because its language pack is still loading. */
  get isWaiting(): boolean {
    return Boolean(this.#timer && this.#locale?.isLoading);
  }

  hostConnected(): void {
    this.#unsubscribe = onLocaleChange(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  hostUpdate(): void {
    const {messages} = this.#host;
    const tag = this.#negotiate();
    this.#locale = findLocale(tag);
    void this.#locale?.load();
    this.#timer ??= this.#locale?.isLoading ? window.setTimeout(this.#stopWaiting, localeTimeout) : 0;
    // The texts of the previous language stay until the new pack has loaded.
    if (!messages && this.#locale && !this.#locale.messages) return;
    this.#update(tag, this.#locale?.messages, messages);
  }

  readonly #stopWaiting = (): void => {
    this.#timer = 0;
    this.#host.requestUpdate();
  };

  #update(tag: string, registered: Partial<Messages> | undefined, messages: Partial<Messages> | undefined): void {
    if (tag === this.#tag && registered === this.#registered && messages === this.#messages) return;
    if (messages && messages !== this.#messages) this.#checkMessages(messages);
    this.#tag = tag;
    this.#registered = registered;
    this.#messages = messages;
    this.value = createTranslator(this.#english, tag, {...registered, ...messages});
    const {language = ''} = navigator as Partial<Navigator>;
    this.isOfReader = this.#locale !== undefined && this.#locale === findLocale(canonicalizeTag(language) ?? 'und');
  }

  /** The first preferred language that has texts, or English: a sentence and its dates use the same language. */
  #negotiate(): string {
    const {locale, messages} = this.#host;
    for (const preferred of [locale, languageOf(this.#host), ...navigator.languages]) {
      const tag = preferred && canonicalizeTag(preferred);
      // If the host has `messages`, its `locale` names their language.
      if (tag && (messages || findLocale(tag))) return tag;
    }
    return 'en';
  }
}

/** Returns the language of the nearest element with a `lang` attribute, across shadow roots. */
function languageOf(element: Element): string {
  for (let node: Element | null = element; node;) {
    const tagged: Element | null = node.closest('[lang]');
    if (tagged) return tagged.getAttribute('lang') ?? '';
    // Not `instanceof ShadowRoot`: the root may be that of another window.
    node = (node.getRootNode() as Partial<ShadowRoot>).host ?? null;
  }
  return '';
}
