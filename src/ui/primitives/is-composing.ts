/**
 * Whether a key press is part of a composition by an input method. Safari ends a composition before the `keydown` of
 * its last key, which has only the legacy key code: https://bugs.webkit.org/show_bug.cgi?id=165004
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari gives no other sign.
  event.isComposing || event.keyCode === 229;
