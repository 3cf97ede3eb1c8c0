import {expect} from '@open-wc/testing';

import {createTranslator} from '../../support/translator.js';
import {formatDateTime, formatDay, formatRelativeTime, relativeTime, timeOfDay} from '../../../src/ui/text/time.js';
import {renderTemplate} from '../../support/render-template.js';

const t = createTranslator('en-GB');
const now = Date.parse('2026-05-10T12:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const format = (elapsed: number, translator = t, zone = 'UTC'): string =>
  formatRelativeTime(new Date(now - elapsed).toISOString(), translator, zone, now);

describe('formatRelativeTime', () => {
  const expected: readonly (readonly [number, string])[] = [
    [0, 'just now'],
    [59_000, 'just now'],
    [minute, '1 minute ago'],
    [119_000, '1 minute ago'],
    [59 * minute, '59 minutes ago'],
    [hour - 1_000, '59 minutes ago'],
    [hour, '1 hour ago'],
    [day - 1_000, '23 hours ago'],
    [day, 'yesterday'],
    [2 * day, '2 days ago'],
    [6 * day + 12 * hour, '6 days ago'],
    [6 * day + 13 * hour, '3 May 2026'],
  ];
  for (const [milliseconds, text] of expected) {
    it(`is “${text}” after ${milliseconds / 1000} seconds`, () => expect(format(milliseconds)).to.equal(text));
  }

  it('is a date after a week', () => {
    expect(format(7 * day)).to.equal('3 May 2026');
    expect(format(400 * day)).to.equal('5 Apr 2025');
  });

  it('formats the date alone, no calendar day, if the ticket is older than eight days', () => {
    const descriptor = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format')!;
    let formatted = 0;
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      ...descriptor,
      get(this: Intl.DateTimeFormat) {
        formatted++;
        return descriptor.get!.call(this) as unknown;
      },
    });
    try {
      for (const days of [9, 30, 400]) format(days * day);
    } finally {
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', descriptor);
    }
    expect(formatted).to.equal(3);
  });

  it('is “just now” for an instant in the future, because the device’s clock may be behind', () => {
    expect(format(-5_000)).to.equal('just now');
    expect(format(-90 * day)).to.equal('just now');
  });

  it('is in the language of the translator', () => {
    expect(format(3 * hour, createTranslator('de'))).to.equal('vor 3 Stunden');
    expect(format(7 * day, createTranslator('de'))).to.equal('03.05.2026');
  });

  it('counts calendar days in the given time zone after 24 hours', () => {
    expect(format(36 * hour)).to.equal('yesterday');
    expect(format(36 * hour + minute)).to.equal('2 days ago');
    expect(format(47 * hour)).to.equal('2 days ago');
    expect(format(36 * hour, t, 'America/Los_Angeles')).to.equal('2 days ago');
    expect(format(36 * hour, t, 'Asia/Tokyo')).to.equal('yesterday');
    expect(format(25 * hour, t, 'Pacific/Auckland')).to.equal('2 days ago');
    expect(format(47 * hour, createTranslator('de'))).to.equal('vorgestern');
  });

  it('is a date in the given time zone', () => {
    const lateEvening = formatRelativeTime('2026-05-02T23:30:00Z', t, 'Asia/Tokyo', now);
    expect(lateEvening).to.equal('3 May 2026');
  });
});

describe('a time in a language that the engine does not support', () => {
  const klingon = createTranslator('tlh', {'time.now': 'DaH', 'time.hours': {other: '{count} rep ret'}});
  const instant = '2026-05-03T21:05:00.000Z';

  it('comes from the messages if it is relative', () => {
    expect(format(0, klingon)).to.equal('DaH');
    expect(format(3 * hour, klingon)).to.equal('3 rep ret');
  });

  it('is numeric if it is a date', () => {
    expect(format(400 * day, klingon)).to.equal('2025-04-05');
    expect(formatDateTime(instant, klingon, '')).to.equal('2026-05-04 01:05');
    expect(formatDateTime(instant, klingon, 'UTC')).to.equal('2026-05-03 21:05 UTC');
    expect(formatDay(instant, klingon, 'UTC')).to.equal('2026-05-03');
    expect(formatDateTime(instant, klingon, 'Europe/Nowhere')).to.match(/^2026-05-0\d \d\d:05$/);
  });
});

describe('formatDateTime and formatDay', () => {
  const instant = '2026-05-03T21:05:00.000Z';

  it('use the conventions of the locale and the given time zone', () => {
    expect(formatDateTime(instant, t, '')).to.equal('4 May 2026 at 01:05');
    expect(formatDateTime(instant, t, 'UTC')).to.equal('3 May 2026 at 21:05 UTC');
    expect(formatDateTime(instant, createTranslator('en-US'), 'America/New_York')).to.match(
      /^May 3, 2026 at 5:05\sPM EDT$/,
    );
    expect(formatDay(instant, t, 'UTC')).to.match(/^Sunday,? 3 May 2026$/);
    expect(formatDay(instant, t, 'Asia/Tokyo')).to.match(/^Monday,? 4 May 2026$/);
  });

  it('do not name a time zone that has the time of the device', () => {
    // Tests run in the time zone of Dubai, which has the same time.
    expect(formatDateTime(instant, t, 'Asia/Muscat')).to.equal(formatDateTime(instant, t, ''));
  });

  it('use the Gregorian calendar in Saudi Arabia unless the locale asks for another', () => {
    expect(formatDateTime(instant, createTranslator('ar-SA'), '')).to.match(/2026|٢٠٢٦/);
    expect(formatDateTime(instant, createTranslator('ar-SA-u-ca-islamic-umalqura'), '')).to.match(/1447|١٤٤٧/);
  });

  it('use the time zone of the device without a time zone', () => {
    const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
    expect(formatDateTime(instant, t, '')).to.equal(formatDateTime(instant, t, timeZone));
  });

  for (const zone of ['Mars/Olympus', 'constructor', '\u0000', 'Europe/']) {
    it(`use the time zone of the device instead of the invalid ${JSON.stringify(zone)}`, () => {
      expect(formatDateTime(instant, t, zone)).to.equal(formatDateTime(instant, t, ''));
      expect(formatDay(instant, t, zone)).to.equal(formatDay(instant, t, ''));
    });
  }
});

describe('the time element', () => {
  const instant = new Date(Date.now() - 3 * hour).toISOString();

  for (const [name, template] of Object.entries({relativeTime, timeOfDay})) {
    it(`of ${name} has an ISO timestamp, and date and time in the tooltip of what is seen`, () => {
      const element = renderTemplate(template(instant, t, 'UTC')).querySelector('time')!;
      const seen = element.querySelector<HTMLElement>('[aria-hidden=true]')!;
      expect(element.dateTime).to.equal(instant);
      expect(element.title, 'a title of the element would be read out as well').to.equal('');
      expect(seen.title).to.equal(formatDateTime(instant, t, 'UTC'));
      expect(seen.textContent).not.to.contain(seen.title);
    });
  }

  it('of relativeTime has date and time for screen readers', () => {
    const box = renderTemplate(relativeTime(instant, t, 'UTC'));
    expect(box.querySelector('.visually-hidden')?.textContent).to.equal(formatDateTime(instant, t, 'UTC'));
  });

  it('of timeOfDay has the time for screen readers: the date is above the first message of its day', () => {
    const box = renderTemplate(timeOfDay('2026-05-03T21:05:00.000Z', t, 'Europe/Berlin'));
    expect(box.querySelector('.visually-hidden')?.textContent).to.match(/^23:05 \S+$/);
  });

  it('of relativeTime shows the relative time', () => {
    const box = renderTemplate(relativeTime(instant, t, 'UTC'));
    expect(box.querySelector('[aria-hidden=true]')?.textContent).to.equal('3 hours ago');
  });

  it('of timeOfDay shows the time without the date', () => {
    const box = renderTemplate(timeOfDay('2026-05-03T21:05:00.000Z', t, 'Europe/Berlin'));
    expect(box.querySelector('[aria-hidden=true]')?.textContent).to.match(/^23:05 \S+$/);
  });
});
