/**
 * Every string that a page’s code can reach from these values through own properties, maps and sets. Private fields and
 * shadow roots are out of reach.
 */
export function reachableStrings(...roots: readonly unknown[]): string[] {
  const seen = new Set<unknown>();
  const found: string[] = [];
  const queue = [...roots];
  while (queue.length > 0) {
    const value = queue.pop();
    if (typeof value === 'string') found.push(value);
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) continue;
    seen.add(value);
    // What the page or the test itself holds is not exposed by the elements.
    if (value instanceof Window || value instanceof Document) continue;
    if (value instanceof Map || value instanceof Set) queue.push(...value.keys(), ...value.values());
    for (const key of Reflect.ownKeys(value)) queue.push(Object.getOwnPropertyDescriptor(value, key)?.value);
  }
  return found;
}
