/**
 * A short hash of a text (FNV-1a, twice: http://www.isthe.com/chongo/tech/comp/fnv/). It tells storage keys apart
 * without showing what they are made of. It is not a secret: `crypto.subtle`, which could keep one, is missing on plain
 * HTTP.
 */
export function hash(text: string): string {
  let [first, second] = [0x811c9dc5, 0x050c5d1f];
  for (const character of text) {
    first = Math.imul(first ^ (character.codePointAt(0) ?? 0), 0x01000193);
    second = Math.imul(second ^ first, 0x01000193);
  }
  return [first, second].map(half => (half >>> 0).toString(36)).join('');
}
