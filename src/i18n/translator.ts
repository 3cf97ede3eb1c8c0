import {en} from './locales/en.js';

/** A text, or one for each plural category of its language. `{name}` stands for a value. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}>;
export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, Message>>;

/** The words of one language, with a host's own in place of some of them. */
export interface Words {
  (key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** The BCP 47 tag that numbers and times are written by. */
  readonly locale: string;
  /** The way the language is written, whatever the page around it does. */
  readonly direction: 'ltr' | 'rtl';
  /** A number as the language writes it. */
  number(value: number): string;
  /** Our word for a value of an open set such as status; undefined where we have none. */
  for(kind: 'status' | 'turn' | 'priority' | 'category' | 'guidance' | 'error', value: string): string | undefined;
}

/** `Intl.Locale` tells only the newest engines (Chromium 130, Firefox 153). */
const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/** Words in English, with numbers and times as a place writes them. */
export function createWords(locale: string, own: Partial<Messages> = {}): Words {
  const messages: Messages = {...en, ...own};
  // The first of these takes a cheap phone a tenth of a second, and the request for the tickets sets out before.
  let plurals: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const number = (value: number): string => (numbers ??= new Intl.NumberFormat(locale)).format(value);
  const form = (message: Exclude<Message, string>, count: number): string =>
    message[(plurals ??= new Intl.PluralRules(locale)).select(count)] ?? message.other;

  const words = (key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string => {
    const message = messages[key];
    const text = typeof message === 'string' ? message : form(message, Number(values['count']));
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name] ?? placeholder;
      return typeof value === 'number' ? number(value) : value;
    });
  };
  const known = (kind: string, value: string): string | undefined => {
    const key = `${kind}.${value}`;
    return Object.prototype.hasOwnProperty.call(messages, key) ? words(key as MessageKey) : undefined;
  };
  return Object.assign(words, {
    locale,
    direction: rightToLeft.test(locale) ? ('rtl' as const) : ('ltr' as const),
    number,
    for: known,
  });
}
