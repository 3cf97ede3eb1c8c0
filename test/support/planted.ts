/**
 * Puts things on `Object.prototype` while something is done, and for no longer: the test runner lives in the same page.
 */
export function withPlanted<Result>(things: object, act: () => Result): Result {
  for (const [name, value] of Object.entries(things)) {
    Object.defineProperty(Object.prototype, name, {value, configurable: true, writable: true});
  }
  const remove = (): void => {
    for (const name of Object.keys(things)) Reflect.deleteProperty(Object.prototype, name);
  };
  try {
    const result = act();
    if (result instanceof Promise) return result.finally(remove) as Result;
    remove();
    return result;
  } catch (error) {
    remove();
    throw error;
  }
}
