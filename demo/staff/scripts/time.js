import {element} from './element.js';

const format = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short'});
const minute = 60_000;
const units = [
  ['d', 24 * 60 * minute],
  ['h', 60 * minute],
  ['min', minute],
];

export const dateText = iso => format.format(new Date(iso));

export const time = iso => element('time', {dateTime: iso}, dateText(iso));

/** A duration in its largest unit, such as "3 h". */
export function duration(milliseconds) {
  const [unit, length] = units.find(each => milliseconds >= each[1]) ?? [];
  return unit ? `${Math.floor(milliseconds / length)} ${unit}` : '< 1 min';
}

const since = iso => Math.max(0, Date.now() - Date.parse(iso));

const texts = {
  ago: iso => (since(iso) < minute ? 'just now' : `${duration(since(iso))} ago`),
  wait: iso => duration(since(iso)),
};

/** A time that is shown as a distance to the present: "3 h ago" (`ago`), or "3 h" (`wait`). */
export const distance = (iso, kind) =>
  element('time', {dateTime: iso, title: dateText(iso), dataset: {distance: kind}}, texts[kind](iso));

/** Updates the distances on the page. */
export function updateDistances() {
  for (const node of document.querySelectorAll('time[data-distance]')) {
    const text = texts[node.dataset.distance](node.dateTime);
    if (node.textContent !== text) node.textContent = text;
  }
}
