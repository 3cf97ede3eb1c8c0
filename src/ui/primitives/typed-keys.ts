import {isComposing} from './is-composing.js';

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
  if (isComposing(event)) return true;
  const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
  // Windows reports AltGr, which types characters, as Ctrl and Alt.
  return !passingKeys.test(event.key) && !(hasModifier && !event.getModifierState('AltGraph'));
}
