const keyEvents = ['keydown', 'keypress', 'keyup'] as const;
const textFields = 'textarea, select, input:not([type=radio])';

/** Keys that neither type nor edit: a page may close its dialog with Escape. */
const passingKeys = /^(?:Escape|Tab|Control|Alt|AltGraph|Shift|Meta|F\d+)$/;

/**
 * Keeps the keys that the customer types within a shadow root. Outside, the target of their events is the host, which
 * is no text field: the one-key shortcuts of a page would take letters for commands.
 */
export function keepTypedKeys(root: ShadowRoot): void {
  for (const type of keyEvents) root.addEventListener(type, event => stopIfTyped(root, event as KeyboardEvent));
}

function stopIfTyped(root: ShadowRoot, event: KeyboardEvent): void {
  const target = event.target as Element;
  // A field in a slot belongs to the page.
  if (root.contains(target) && target.matches(textFields) && isTyped(event)) event.stopPropagation();
}

function isTyped(event: KeyboardEvent): boolean {
  // Safari ends a composition before the `keydown` of its last key, which has only the legacy key code:
  // https://bugs.webkit.org/show_bug.cgi?id=165004
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari gives no other sign.
  if (event.isComposing || event.keyCode === 229) return true;
  const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
  // Windows reports AltGr, which types characters, as Ctrl and Alt.
  return !passingKeys.test(event.key) && !(hasModifier && !event.getModifierState('AltGraph'));
}
