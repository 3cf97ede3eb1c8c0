import {adoptStyles, supportsAdoptingStyleSheets, type CSSResult, type CSSResultOrNative} from 'lit';

/**
 * Applies styles to a shadow root. A constructed style sheet belongs to one document, and a root loses it when it moves
 * to another: https://drafts.csswg.org/cssom/#dom-documentorshadowroot-adoptedstylesheets
 */
export function applyStyles(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  const {ownerDocument} = root;
  if (ownerDocument === document || !supportsAdoptingStyleSheets) adoptStyles(root, [...styles]);
  else if (ownerDocument.defaultView) {
    const sheet = new ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(styles.map(style => (style as CSSResult).cssText).join(''));
    root.adoptedStyleSheets = [sheet];
  }
}
