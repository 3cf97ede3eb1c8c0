import {textOf} from './fields.js';

const zoneless = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,3})?)?)\d*)?$/;

/** Seconds or milliseconds since 1970, from 2001 on. */
const epoch = /^\d{10}(?:\d{3})?$/;

/**
 * Reads times that have no offset as those of a time zone, and numbers as seconds or milliseconds since 1970. Every
 * other text is returned as it is.
 */
export function instantsIn(timeZone: string): (value: unknown) => string | null {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  /** How far the clocks of the zone are ahead of UTC, in milliseconds. */
  const offsetAt = (time: number): number => {
    const parts = Object.fromEntries(clock.formatToParts(time).map(({type, value}) => [type, Number(value)]));
    const {year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0} = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
  };
  return value => {
    const text = textOf(value).trim();
    if (epoch.test(text)) return new Date(Number(text.padEnd(13, '0'))).toISOString();
    const [, day, time = '00:00'] = zoneless.exec(text) ?? [];
    if (!day) return text || null;
    const local = Date.parse(`${day}T${time.replace(',', '.')}Z`);
    if (Number.isNaN(local)) return text;
    // The second step is for the hours around a change of the clocks.
    const instant = local - offsetAt(local - offsetAt(local));
    return new Date(instant).toISOString();
  };
}
