const {prototype} = Object;
const added = Object.getOwnPropertyDescriptors(prototype) as PropertyDescriptorMap;

/**
 * Lit, zod and ky throw when they load on a page that has put `get`, `value`, `signal` and the like, or anything
 * enumerable, on `Object.prototype`: a plain object as a descriptor or as options has those too. What a page has added
 * is absent while this script runs, and back before another script begins.
 */
for (const name of Object.keys(added)) {
  const isBuiltIn =
    /^(__.+__|constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|to(Locale)?String|valueOf)$/.test(name);
  if (isBuiltIn || !Reflect.deleteProperty(prototype, name)) Reflect.deleteProperty(added, name);
}
queueMicrotask(() => Object.defineProperties(prototype, added));
