/** Adds a style sheet to every shadow root, as a browser extension does. */
export function adoptStyles({shadowRoot}: Element, styles: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadowRoot!.adoptedStyleSheets = [...shadowRoot!.adoptedStyleSheets, sheet];
  for (const each of shadowRoot!.querySelectorAll('*')) if (each.shadowRoot) adoptStyles(each, styles);
}
