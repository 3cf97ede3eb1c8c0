import hostile from '../demo/hosts/hostile.css?inline';

const sheet = new CSSStyleSheet();
// Keep Storybook's own hidden elements hidden.
sheet.replaceSync(`${hostile} :is(script, style, template) { display: none !important; }`);

/** Adds a page style sheet that resets everything with `!important`. */
export function setHostile(isHostile: boolean): void {
  const others = document.adoptedStyleSheets.filter(each => each !== sheet);
  document.adoptedStyleSheets = isHostile ? [...others, sheet] : others;
}
