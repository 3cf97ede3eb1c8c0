import {html, type TemplateResult} from 'lit';

import type {Words} from '../../i18n/translator.js';

const day = 86_400;
const units = [
  ['day', day],
  ['hour', 3600],
  ['minute', 60],
] as const;

const inWords = {day: 'numeric', month: 'long', year: 'numeric'} as const;
const withZone = {hour: 'numeric', minute: '2-digit', timeZoneName: 'short'} as const;

/** Each way to write a moment. A `dateStyle` or `timeStyle` has no room for the name of a zone. */
const styles = {
  date: {dateStyle: 'medium'},
  day: {weekday: 'long', ...inWords},
  inFull: {dateStyle: 'long', timeStyle: 'short'},
  inFullWithZone: {...inWords, ...withZone},
  clock: {timeStyle: 'short'},
  clockWithZone: withZone,
} satisfies Record<string, Intl.DateTimeFormatOptions>;
type Style = keyof typeof styles;

/** How long ago, up to a week; after that the date says more. */
export function relativeTime(instant: string, words: Words, timeZone: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000);
  // A phone's clock is often a little behind the server's: nothing was written in the future.
  const ago = Math.min(0, seconds);
  if (-ago >= 7 * day) return formatted(instant, words, timeZone, 'date');
  const [unit, length] = units.find(([, size]) => -ago >= size) ?? ['minute', 60];
  const count = Math.trunc(-ago / length);
  // Engines say "this minute" of it, which nobody does.
  if (count === 0) return words('time.now');
  return relativeIn(words.locale)?.format(-count, unit) ?? words(`time.${unit}s`, {count});
}

/** Names the zone where the device's own clock says something else: nobody is to take one for the other. */
function clockTime(instant: string, words: Words, timeZone: string, style: 'inFull' | 'clock'): string {
  const there = formatted(instant, words, timeZone, style);
  const isHere = !timeZone || there === formatted(instant, words, '', style);
  return isHere ? there : formatted(instant, words, timeZone, `${style}WithZone`);
}

/** Date and time in full. */
export function absoluteTime(instant: string, words: Words, timeZone: string): string {
  return clockTime(instant, words, timeZone, 'inFull');
}

/** The date alone, as it separates the days of a thread. */
export function dayOf(instant: string, words: Words, timeZone: string): string {
  return formatted(instant, words, timeZone, 'day');
}

/** A moment: relative to the eye, absolute on hovering and to a screen reader. */
export function time(instant: string, words: Words, timeZone: string): TemplateResult {
  const absolute = absoluteTime(instant, words, timeZone);
  return html`<time datetime=${instant} title=${absolute}
    ><span aria-hidden="true">${relativeTime(instant, words, timeZone)}</span
    ><span class="visually-hidden">${absolute}</span></time
  >`;
}

/** The clock time within a day that is named already. */
export function timeOfDay(instant: string, words: Words, timeZone: string): TemplateResult {
  const absolute = absoluteTime(instant, words, timeZone);
  return html`<time datetime=${instant} title=${absolute}
    ><span aria-hidden="true">${clockTime(instant, words, timeZone, 'clock')}</span
    ><span class="visually-hidden">${absolute}</span></time
  >`;
}

/**
 * Whether the engine writes times in this language. Chromium leaves several dozen out, and writes English in their place
 * (https://github.com/tc39/ecma402/issues/375): then our own words stand there, and dates in numbers.
 */
const isKnown = (locale: string): boolean => Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;

/** A format takes longer to make than to use, and a long thread uses three for each reply whenever it is drawn. */
const formats = new Map<string, Intl.DateTimeFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat | undefined>();

/** Undefined where the engine does not know the language. */
function relativeIn(locale: string): Intl.RelativeTimeFormat | undefined {
  if (!relativeFormats.has(locale)) {
    relativeFormats.set(locale, isKnown(locale) ? new Intl.RelativeTimeFormat(locale, {numeric: 'auto'}) : undefined);
  }
  return relativeFormats.get(locale);
}

function formatted(instant: string, words: Words, timeZone: string, style: Style): string {
  const key = `${style} ${words.locale} ${timeZone}`;
  const format = formats.get(key) ?? formatFor(words.locale, timeZone, styles[style]);
  formats.set(key, format);
  return format.format(new Date(instant));
}

function formatFor(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // Sweden writes dates as ISO 8601 does.
  const [place, style] = isKnown(locale) ? [locale, options] : ['sv', inNumbers(options)];
  const wanted = {...style, calendar: calendarOf(locale)};
  try {
    return new Intl.DateTimeFormat(place, {...wanted, ...(timeZone && {timeZone})});
  } catch {
    // A zone that the engine does not know throws. The device's own is the next best.
    return new Intl.DateTimeFormat(place, wanted);
  }
}

/** The same moment without a name of a day or a month. */
const inNumbers = (wanted: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions => ({
  ...((wanted.dateStyle ?? wanted.year) && {year: 'numeric', month: '2-digit', day: '2-digit'}),
  ...((wanted.timeStyle ?? wanted.hour) && {hour: '2-digit', minute: '2-digit', timeZoneName: wanted.timeZoneName}),
});

/** WebKit writes Saudi dates by the moon. Offices and bills there have gone by the sun since 2016. */
const calendarOf = (locale: string): string | undefined => (/^ar(-Arab)?-SA$/.test(locale) ? 'gregory' : undefined);
