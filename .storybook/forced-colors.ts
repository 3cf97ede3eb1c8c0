/**
 * What a device does that forces its colours, as far as a style sheet can: no script turns the real thing on. The stories are
 * tested under the real thing (test/stories/run.js).
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

/** For as long as it is on, whatever has a shadow root gets the colours: elements come and go. */
export function forceColors(isOn: boolean): void {
  if (isOn && !isForced) requestAnimationFrame(force);
  isForced = isOn;
}

function force(): void {
  dress(document);
  if (isForced) requestAnimationFrame(force);
}

function dress(root: Document | ShadowRoot): void {
  const others = root.adoptedStyleSheets.filter(each => each !== sheet);
  const isDressed = others.length < root.adoptedStyleSheets.length;
  if (isDressed !== isForced) root.adoptedStyleSheets = isForced ? [...others, sheet] : others;
  for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot) dress(shadowRoot);
}
