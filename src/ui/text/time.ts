import {html, nothing, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

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

/**
 * The time since an instant: minutes, then hours, after 24 hours the calendar days in the given time zone, and after a
 * week the date.
 */
export function formatRelativeTime(instant: string, t: Translator, timeZone: string, now = Date.now()): string {
  const elapsed = now - Date.parse(instant);
  // Also if the instant is in the future: a device's clock is often a little behind the server's. Intl would write
  // "this minute".
  if (elapsed < minute) return t('time.now');
  if (elapsed < hour) return relative(t, elapsed / minute, 'minute');
  if (elapsed < day) return relative(t, elapsed / hour, 'hour');
  // Calendar days are slow to find, and most tickets are older.
  const isOld = elapsed > 8 * day;
  const days = isOld ? Infinity : calendarDay(now, timeZone) - calendarDay(Date.parse(instant), timeZone);
  return days < 7 ? relative(t, days, 'day') : format(instant, t, timeZone, 'date');
}

function relative(t: Translator, count: number, unit: 'minute' | 'hour' | 'day'): string {
  const whole = Math.trunc(count);
  return relativeFormatFor(t.formatLocale)?.format(-whole, unit) ?? t(`time.${unit}s`, {count: whole});
}

/** The number of the calendar day in a time zone: "yesterday" is the day before, not 24 hours ago. */
function calendarDay(time: number, timeZone: string): number {
  const key = `day ${timeZone}`;
  const isoDate = formats.get(key) ?? createFormat('sv', timeZone, {year: 'numeric', month: '2-digit', day: '2-digit'});
  formats.set(key, isoDate);
  return Date.parse(isoDate.format(time)) / day;
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

/** The relative time; nothing if it is not known. The tooltip and screen readers have date and time. */
export const relativeTime = (
  instant: string | null,
  t: Translator,
  timeZone: string,
): TemplateResult | typeof nothing => {
  if (instant === null) return nothing;
  const dateTime = formatDateTime(instant, t, timeZone);
  return timeElement(instant, formatRelativeTime(instant, t, timeZone), dateTime, dateTime);
};

/** The time without the date; nothing if it is not known. The tooltip has date and time. */
export const timeOfDay = (instant: string | null, t: Translator, timeZone: string): TemplateResult | typeof nothing => {
  if (instant === null) return nothing;
  const time = formatWithZone(instant, t, timeZone, 'time');
  return timeElement(instant, time, time, formatDateTime(instant, t, timeZone));
};

/** The tooltip belongs to what is seen: a screen reader would read it out in addition to the text. */
const timeElement = (instant: string, visibleText: string, spokenText: string, dateTime: string): TemplateResult =>
  html`<time datetime=${instant}
    ><span aria-hidden="true" title=${dateTime} .textContent=${visibleText}></span
    ><span class="visually-hidden" .textContent=${spokenText}></span
  ></time>`;

/**
 * Whether the engine has data for a language. Chromium lacks several dozen, and falls back to English
 * (https://github.com/tc39/ecma402/issues/375): relative times then come from our messages, and dates are numeric.
 */
export const isSupported = (locale: string): boolean => Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;

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
  const dateTimeFormat = formats.get(key) ?? createFormat(t.formatLocale, timeZone, styles[style]);
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
