/**
 * Imitates forced colours with a style sheet, because a script cannot enable them. The tests of the stories use real
 * forced colours (test/stories/playwright.config.ts).
 */
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  *, *::before, *::after {
    border-color: CanvasText !important; background: transparent !important; color: CanvasText !important;
    box-shadow: none !important; text-shadow: none !important;
  }
  a { color: LinkText !important; }
  .button { border-color: ButtonBorder !important; background: ButtonFace !important; color: ButtonText !important; }
  .row-unread::before { background: currentColor !important; }
  :focus-visible { outline-color: Highlight !important; }
`);

let isForced = false;

/** While enabled, checks for new shadow roots in each frame. */
export function forceColors(isOn: boolean): void {
  if (isOn && !isForced) requestAnimationFrame(force);
  isForced = isOn;
}

function force(): void {
  applyTo(document);
  if (isForced) requestAnimationFrame(force);
}

function applyTo(root: Document | ShadowRoot): void {
  const others = root.adoptedStyleSheets.filter(each => each !== sheet);
  const isApplied = others.length < root.adoptedStyleSheets.length;
  if (isApplied !== isForced) root.adoptedStyleSheets = isForced ? [...others, sheet] : others;
  for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot) applyTo(shadowRoot);
}
