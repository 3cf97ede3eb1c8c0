/**
 * A short name for a long text (FNV-1a, twice: http://www.isthe.com/chongo/tech/comp/fnv/). It keeps names out of sight and
 * apart; a secret it keeps from nobody, and `crypto.subtle`, which could, is missing on plain http.
 */
export function hashOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x050c5d1f];
  for (const character of text) {
    one = Math.imul(one ^ (character.codePointAt(0) ?? 0), 0x01000193);
    other = Math.imul(other ^ one, 0x01000193);
  }
  return [one, other].map(half => (half >>> 0).toString(36)).join('');
}
