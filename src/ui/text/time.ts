import {html, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';

const dayInSeconds = 86_400;
const units = [
  ['day', dayInSeconds],
  ['hour', 3600],
  ['minute', 60],
] as const;

const longDate = {day: 'numeric', month: 'long', year: 'numeric'} as const;
const timeWithZone = {hour: 'numeric', minute: '2-digit', timeZoneName: 'short'} as const;

/** `dateStyle` and `timeStyle` cannot be combined with `timeZoneName`. */
const styles = {
  date: {dateStyle: 'medium'},
  day: {weekday: 'long', ...longDate},
  dateTime: {dateStyle: 'long', timeStyle: 'short'},
  dateTimeWithZone: {...longDate, ...timeWithZone},
  time: {timeStyle: 'short'},
  timeWithZone,
} satisfies Record<string, Intl.DateTimeFormatOptions>;
type Style = keyof typeof styles;

/** The time since an instant, up to a week; after that the date. */
export function formatRelativeTime(instant: string, t: Translator, timeZone: string, now = Date.now()): string {
  const seconds = Math.round((now - Date.parse(instant)) / 1000);
  // A device's clock is often a little behind the server's.
  const elapsed = Math.max(0, seconds);
  if (elapsed >= 7 * dayInSeconds) return format(instant, t, timeZone, 'date');
  const [unit, length] = units.find(([, size]) => elapsed >= size) ?? ['minute', 60];
  const count = Math.trunc(elapsed / length);
  // Intl.RelativeTimeFormat would write "this minute".
  if (count === 0) return t('time.now');
  return relativeFormatFor(t.locale)?.format(-count, unit) ?? t(`time.${unit}s`, {count});
}

/** Adds the name of the time zone if the device's zone has another time, so that one is not taken for the other. */
function formatWithZone(instant: string, t: Translator, timeZone: string, style: 'dateTime' | 'time'): string {
  const text = format(instant, t, timeZone, style);
  const isLocalTime = !timeZone || text === format(instant, t, '', style);
  return isLocalTime ? text : format(instant, t, timeZone, `${style}WithZone`);
}

export function formatDateTime(instant: string, t: Translator, timeZone: string): string {
  return formatWithZone(instant, t, timeZone, 'dateTime');
}

/** The date with its weekday. */
export function formatDay(instant: string, t: Translator, timeZone: string): string {
  return format(instant, t, timeZone, 'day');
}

/** The relative time. The tooltip and screen readers have date and time. */
export const relativeTime = (instant: string, t: Translator, timeZone: string): TemplateResult =>
  timeElement(instant, formatRelativeTime(instant, t, timeZone), formatDateTime(instant, t, timeZone));

/** The time without the date. The tooltip and screen readers have date and time. */
export const timeOfDay = (instant: string, t: Translator, timeZone: string): TemplateResult =>
  timeElement(instant, formatWithZone(instant, t, timeZone, 'time'), formatDateTime(instant, t, timeZone));

const timeElement = (instant: string, visibleText: string, dateTime: string): TemplateResult =>
  html`<time datetime=${instant} title=${dateTime}
    ><span aria-hidden="true">${visibleText}</span><span class="visually-hidden">${dateTime}</span></time
  >`;

/**
 * Whether the engine has data for a language. Chromium lacks several dozen, and falls back to English
 * (https://github.com/tc39/ecma402/issues/375): relative times then come from our messages, and dates are numeric.
 */
const isSupported = (locale: string): boolean => Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;

/** Creating a format is slow, and a thread uses three of them for each reply at every render. */
const formats = new Map<string, Intl.DateTimeFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat | undefined>();

/** Undefined if the engine does not support the language. */
function relativeFormatFor(locale: string): Intl.RelativeTimeFormat | undefined {
  if (!relativeFormats.has(locale)) {
    relativeFormats.set(
      locale,
      isSupported(locale) ? new Intl.RelativeTimeFormat(locale, {numeric: 'auto'}) : undefined,
    );
  }
  return relativeFormats.get(locale);
}

function format(instant: string, t: Translator, timeZone: string, style: Style): string {
  const key = `${style} ${t.locale} ${timeZone}`;
  const dateTimeFormat = formats.get(key) ?? createFormat(t.locale, timeZone, styles[style]);
  formats.set(key, dateTimeFormat);
  return dateTimeFormat.format(new Date(instant));
}

function createFormat(locale: string, timeZone: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // `sv` (Sweden) writes dates as ISO 8601 does.
  const [supportedLocale, supportedStyle] = isSupported(locale) ? [locale, style] : ['sv', toNumeric(style)];
  const options = {...supportedStyle, calendar: calendarFor(locale)};
  try {
    return new Intl.DateTimeFormat(supportedLocale, {...options, ...(timeZone && {timeZone})});
  } catch {
    // The engine does not know the time zone: the device's own is the best fallback.
    return new Intl.DateTimeFormat(supportedLocale, options);
  }
}

/** The style without names of days and months. */
const toNumeric = (style: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions => ({
  ...((style.dateStyle ?? style.year) && {year: 'numeric', month: '2-digit', day: '2-digit'}),
  ...((style.timeStyle ?? style.hour) && {hour: '2-digit', minute: '2-digit', timeZoneName: style.timeZoneName}),
});

/**
 * WebKit defaults to the Islamic calendar in Saudi Arabia, which has used the Gregorian one for business since 2016.
 */
const calendarFor = (locale: string): string | undefined => (/^ar(-Arab)?-SA$/.test(locale) ? 'gregory' : undefined);
