/**
 * Adds properties to `Object.prototype` while an action runs, and removes them afterwards, because the test runner uses
 * the same objects.
 */
export function withPollutedPrototype<Result>(properties: object, action: () => Result): Result {
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(Object.prototype, name, {value, configurable: true, writable: true});
  }
  const remove = (): void => {
    for (const name of Object.keys(properties)) Reflect.deleteProperty(Object.prototype, name);
  };
  try {
    const result = action();
    if (result instanceof Promise) return result.finally(remove) as Result;
    remove();
    return result;
  } catch (error) {
    remove();
    throw error;
  }
}
