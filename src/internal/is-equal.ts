/** Whether two values of JSON have the same content. Parts that are the same object are not read. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const entries = Object.entries(one);
  return (
    entries.length === Object.keys(other).length &&
    entries.every(([key, value]) => key in other && isEqual(value, (other as Record<string, unknown>)[key]))
  );
}
