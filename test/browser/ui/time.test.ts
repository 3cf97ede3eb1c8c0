import {expect} from '@open-wc/testing';

import {createWords} from '../../../src/i18n/translator.js';
import {absoluteTime, dayOf, relativeTime, time, timeOfDay} from '../../../src/ui/text/time.js';
import {renderTemplate} from '../../support/render-template.js';

const words = createWords('en-GB');
const now = Date.parse('2026-05-10T12:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const ago = (milliseconds: number, inWords = words, zone = 'UTC'): string =>
  relativeTime(new Date(now - milliseconds).toISOString(), inWords, zone, now);

describe('how long ago', () => {
  const spoken: readonly (readonly [number, string])[] = [
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
    [7 * day - 1_000, '6 days ago'],
  ];
  for (const [milliseconds, text] of spoken) {
    it(`is ${text} after ${milliseconds / 1000} seconds`, () => expect(ago(milliseconds)).to.equal(text));
  }

  it('is a date after a week', () => {
    expect(ago(7 * day)).to.equal('3 May 2026');
    expect(ago(400 * day)).to.equal('5 Apr 2025');
  });

  it('is never in the future, where a device’s clock is behind', () => {
    expect(ago(-5_000)).to.equal('just now');
    expect(ago(-90 * day)).to.equal('just now');
  });

  it('is said in the language of the words', () => {
    expect(ago(3 * hour, createWords('de'))).to.equal('vor 3 Stunden');
    expect(ago(7 * day, createWords('de'))).to.equal('03.05.2026');
  });

  it('is a date of the zone that is asked for', () => {
    const lateEvening = relativeTime('2026-05-02T23:30:00Z', words, 'Asia/Tokyo', now);
    expect(lateEvening).to.equal('3 May 2026');
  });
});

describe('a time in a language that the engine does not know', () => {
  const klingon = createWords('tlh', {'time.now': 'DaH', 'time.hours': {other: '{count} rep ret'}});
  const instant = '2026-05-03T21:05:00.000Z';

  it('is said in our own words', () => {
    expect(ago(0, klingon)).to.equal('DaH');
    expect(ago(3 * hour, klingon)).to.equal('3 rep ret');
  });

  it('is written in numbers where it is a date, never in English', () => {
    expect(ago(400 * day, klingon)).to.equal('2025-04-05');
    expect(absoluteTime(instant, klingon, '')).to.equal('2026-05-04 01:05');
    expect(absoluteTime(instant, klingon, 'UTC')).to.equal('2026-05-03 21:05 UTC');
    expect(dayOf(instant, klingon, 'UTC')).to.equal('2026-05-03');
    expect(absoluteTime(instant, klingon, 'Europe/Nowhere')).to.match(/^2026-05-0\d \d\d:05$/);
  });
});

describe('a moment in full', () => {
  const instant = '2026-05-03T21:05:00.000Z';

  it('is written as the place does, in the zone that is asked for', () => {
    expect(absoluteTime(instant, words, '')).to.equal('4 May 2026 at 01:05');
    expect(absoluteTime(instant, words, 'UTC')).to.equal('3 May 2026 at 21:05 UTC');
    expect(absoluteTime(instant, createWords('en-US'), 'America/New_York')).to.match(/^May 3, 2026 at 5:05\sPM EDT$/);
    expect(dayOf(instant, words, 'UTC')).to.match(/^Sunday,? 3 May 2026$/);
    expect(dayOf(instant, words, 'Asia/Tokyo')).to.match(/^Monday,? 4 May 2026$/);
  });

  it('names the zone only where the device’s clock says something else', () => {
    // The same time as in Dubai, where these tests are.
    expect(absoluteTime(instant, words, 'Asia/Muscat')).to.equal(absoluteTime(instant, words, ''));
  });

  it('is written by the sun in Saudi Arabia, unless somebody asks for the moon', () => {
    expect(absoluteTime(instant, createWords('ar-SA'), '')).to.match(/2026|٢٠٢٦/);
    expect(absoluteTime(instant, createWords('ar-SA-u-ca-islamic-umalqura'), '')).to.match(/1447|١٤٤٧/);
  });

  it('is written in the zone of the device where none is asked for', () => {
    const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
    expect(absoluteTime(instant, words, '')).to.equal(absoluteTime(instant, words, timeZone));
  });

  for (const zone of ['Mars/Olympus', 'constructor', '\u0000', 'Europe/']) {
    it(`is written in the zone of the device where nobody knows ${JSON.stringify(zone)}`, () => {
      expect(absoluteTime(instant, words, zone)).to.equal(absoluteTime(instant, words, ''));
      expect(dayOf(instant, words, zone)).to.equal(dayOf(instant, words, ''));
    });
  }
});

describe('a time in a page', () => {
  const instant = new Date(Date.now() - 3 * hour).toISOString();

  for (const [what, draw] of Object.entries({time, timeOfDay})) {
    it(`is exact for machines, and in full for those who hover or listen: ${what}`, () => {
      const box = renderTemplate(draw(instant, words, 'UTC'));
      const shown = box.querySelector('time')!;
      const absolute = absoluteTime(instant, words, 'UTC');
      expect(shown.dateTime).to.equal(instant);
      expect(shown.title).to.equal(absolute);
      expect(shown.textContent).to.contain(absolute);
      expect(shown.querySelector('[aria-hidden=true]')?.textContent).not.to.contain(absolute);
    });
  }

  it('is how long ago for the eye', () => {
    const box = renderTemplate(time(instant, words, 'UTC'));
    expect(box.querySelector('[aria-hidden=true]')?.textContent).to.equal('3 hours ago');
  });

  it('is the clock’s within a day that is named', () => {
    const box = renderTemplate(timeOfDay('2026-05-03T21:05:00.000Z', words, 'Europe/Berlin'));
    expect(box.querySelector('[aria-hidden=true]')?.textContent).to.match(/^23:05 \S+$/);
  });
});
