/** A UUID, version 4. `crypto.randomUUID` is missing on plain HTTP; `getRandomValues` is always there. */
export function randomId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  // The template holds the version and the variant (https://www.rfc-editor.org/rfc/rfc9562#section-5.4).
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, digit => {
    const [random = 0] = (crypto as Crypto).getRandomValues(new Uint8Array(1));
    return (Number(digit) ^ (random & (15 >> (Number(digit) / 4)))).toString(16);
  });
}
