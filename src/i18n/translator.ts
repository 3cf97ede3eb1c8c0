import type {en} from './locales/en.js';

/** A text, or one text for each plural category of its language. `{name}` is a placeholder for a value. */
export type MessageTemplate = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}>;
export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, MessageTemplate>>;

/** Translates message keys into one language, with the page's own messages in place of the built-in ones. */
export interface Translator {
  (key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** The BCP 47 tag of the language. */
  readonly locale: string;
  /** The writing direction of the language, whatever the direction of the page. */
  readonly direction: 'ltr' | 'rtl';
  /**
   * The locale of numbers and times. Arabic without a region has Latin digits, as in current data of Unicode: the older
   * data of WebKit differs. A region decides for itself: `ar-EG` has Arabic digits.
   */
  readonly formatLocale: string;
  formatNumber(value: number): string;
  /** The message for a value of an open set, such as a status. Undefined if there is none. */
  lookup(kind: 'status' | 'turn' | 'priority' | 'category' | 'guidance' | 'error', value: string): string | undefined;
}

/** `Intl.Locale` knows the direction in the newest engines only (Chromium 130, Firefox 153). */
const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/**
 * A translator for a locale. Messages that `overrides` does not have are English: `english` has those that the element
 * shows.
 */
export function createTranslator(
  english: Partial<Messages>,
  locale: string,
  overrides?: Partial<Messages>,
): Translator {
  const messages = {...english, ...overrides} as Messages;
  const formatLocale = locale === 'ar' ? 'ar-u-nu-latn' : locale;
  // Created on first use: each takes about 100 ms on a slow phone, and would delay the request for the tickets.
  let pluralRules: Intl.PluralRules | undefined;
  let numberFormat: Intl.NumberFormat | undefined;
  const formatNumber = (value: number): string => (numberFormat ??= new Intl.NumberFormat(formatLocale)).format(value);
  const pluralForm = (template: Exclude<MessageTemplate, string>, count: number): string =>
    template[(pluralRules ??= new Intl.PluralRules(locale)).select(count)] ?? template.other;

  const translate = (key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string => {
    const template = messages[key];
    const text = typeof template === 'string' ? template : pluralForm(template, Number(values['count']));
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name] ?? placeholder;
      return typeof value === 'number' ? formatNumber(value) : value;
    });
  };
  const lookup = (kind: string, value: string): string | undefined => {
    const key = `${kind}.${value}`;
    return Object.prototype.hasOwnProperty.call(messages, key) ? translate(key as MessageKey) : undefined;
  };
  return Object.assign(translate, {
    locale,
    formatLocale,
    direction: rightToLeft.test(locale) ? ('rtl' as const) : ('ltr' as const),
    formatNumber,
    lookup,
  });
}
