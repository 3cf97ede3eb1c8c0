/**
 * Whether a key press is Enter, and not the one that ends a composition. In Safari that one follows `compositionend`,
 * and only its key code tells: https://bugs.webkit.org/show_bug.cgi?id=165004
 */
export const isEnter = (event: KeyboardEvent): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- There is no other sign of it.
  event.key === 'Enter' && !event.isComposing && event.keyCode !== 229;
