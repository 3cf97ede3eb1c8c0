import hostile from '../demo/hosts/hostile.css?inline';

const sheet = new CSSStyleSheet();
// What Storybook keeps in the page is none of it.
sheet.replaceSync(`${hostile} :is(script, style, template) { display: none !important; }`);

/** A page whose own style sheet resets everything, in `!important`. */
export function beHostile(isHostile: boolean): void {
  const others = document.adoptedStyleSheets.filter(each => each !== sheet);
  document.adoptedStyleSheets = isHostile ? [...others, sheet] : others;
}
