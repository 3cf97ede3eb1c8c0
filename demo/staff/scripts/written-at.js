import {element} from './element.js';
import {time} from './time.js';

const minute = 60_000;

/** The time at which a text was written, if it was sent more than a minute later; otherwise null. */
export function writtenAt({written_at, created_at}) {
  if (written_at === null || Date.parse(created_at) - Date.parse(written_at) <= minute) return null;
  return element('span', {className: 'written'}, 'written ', time(written_at));
}
