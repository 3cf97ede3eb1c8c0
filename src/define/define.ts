import {warnOnce} from '../internal/warn-once.js';

/**
 * Registers an element under its tag. If the page loads the script twice, the first definition stays. So does one that
 * is not ours: that tag cannot work, but the others can.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const defined = customElements.get(tag);
  if (!defined) customElements.define(tag, element);
  else if (!('apiBase' in defined.prototype)) warnOnce(`<${tag}> is already defined by another script`);
}

/*
 * At first use, the engine loads which languages it has, and the data of numbers and of dates: a quarter of the time
 * until an element is painted that is created when its data is at hand. An idle moment before that costs nobody
 * anything. The language of the browser is that of most pages. Safari has no such moments.
 */
(globalThis as Partial<typeof globalThis>).requestIdleCallback?.(() => {
  new Intl.Locale('en').maximize();
  new Intl.NumberFormat().format(0);
  new Intl.DateTimeFormat(undefined, {dateStyle: 'long', timeStyle: 'short'}).format();
});
