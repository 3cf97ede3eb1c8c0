const {prototype} = Object;
const added = Object.keys(prototype);

function setEnumerable(enumerable: boolean): void {
  for (const key of added) Reflect.defineProperty(prototype, key, {enumerable});
}

/**
 * zod builds its schemas by `for…in` over tables of its own, and throws on a page that has added an enumerable property
 * to `Object.prototype`. The additions are not enumerable while this script runs; no script of the page can see that.
 */
if (added.length > 0) {
  setEnumerable(false);
  queueMicrotask(() => setEnumerable(true));
}
