/**
 * Every string that code can reach from some values, by own properties of any kind, through maps and sets, shadow roots
 * aside. Private fields are out of its reach, as they are out of a page's.
 */
export function reachableStrings(...roots: readonly unknown[]): string[] {
  const seen = new Set<unknown>();
  const found: string[] = [];
  const left = [...roots];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string') found.push(value);
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) continue;
    seen.add(value);
    // The page, and what the test itself holds, is not what the elements give away.
    if (value instanceof Window || value instanceof Document) continue;
    if (value instanceof Map || value instanceof Set) left.push(...value.keys(), ...value.values());
    for (const key of Reflect.ownKeys(value)) left.push(Object.getOwnPropertyDescriptor(value, key)?.value);
  }
  return found;
}
