import {element} from './element.js';
import {time} from './time.js';

const minute = 60_000;

/** When a text was written, where that is more than the moment it takes to arrive; else nothing. */
export function written({written_at, created_at}) {
  if (written_at === null || Date.parse(created_at) - Date.parse(written_at) <= minute) return null;
  return element('span', {className: 'written'}, 'written ', time(written_at));
}
