import {element} from './element.js';
import {duration, time} from './time.js';

const minute = 60_000;

/** The time at which a text was written, if it arrived more than a minute later; otherwise null. */
export function writtenAt({written_at, created_at}) {
  if (written_at === null) return null;
  const delay = Date.parse(created_at) - Date.parse(written_at);
  if (delay <= minute) return null;
  return element(
    'span',
    {className: 'written'},
    'written ',
    time(written_at),
    `, ${duration(delay)} before it arrived`,
  );
}
