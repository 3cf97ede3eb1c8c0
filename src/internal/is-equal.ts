/** Whether two values are the same in JSON, in any order of properties. Parts that are the same object are not read. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  return (
    Array.isArray(one) === Array.isArray(other) &&
    Object.keys({...one, ...other}).every(key => isEqual(one[key as never], other[key as never]))
  );
}
