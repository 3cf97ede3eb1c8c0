import {accent as accentStyles} from '../../src/ui/foundation/accent.js';
import {tokens} from '../../src/ui/foundation/tokens.js';

export type Scheme = 'light' | 'dark';

/** Tokens of an operator's, by name. */
export type Theme = Readonly<Record<string, string>>;

/** Colours that stand on one another, and how far they have to be apart: 4.5 for text, 3 for what is drawn. */
export const pairs = [
  ['Text', '--_text', '--_surface', 4.5],
  ['Text in the customer’s own message', '--_text', '--_tint', 4.5],
  ['Text of what is pointed at', '--_text', '--_hover', 4.5],
  ['Text where it is the customer’s turn', '--_text', '--_turn-tint', 4.5],
  ['Text of what went wrong', '--_text', '--_danger-tint', 4.5],
  ['Muted text', '--_muted', '--_surface', 4.5],
  ['Muted text in the customer’s own message', '--_muted', '--_tint', 4.5],
  ['Muted text of what is pointed at', '--_muted', '--_hover', 4.5],
  ['Links and quiet buttons', '--_accent-text', '--_surface', 4.5],
  ['Links in the customer’s own message', '--_accent-text', '--_tint', 4.5],
  ['Links in guidance', '--_accent-text', '--_raised', 4.5],
  ['A quiet button that is pointed at', '--_accent-text', '--_hover', 4.5],
  ['The words of a button', '--_on-accent', '--_accent', 4.5],
  ['The words of a button that is pointed at', '--_on-accent', '--_accent-hover', 4.5],
  ['Waiting for you', '--_turn', '--_surface', 4.5],
  ['Waiting for you, pointed at', '--_turn', '--_hover', 4.5],
  ['Waiting for you, in the ticket that is open', '--_turn', '--_tint', 4.5],
  ['Waiting for you, above a ticket', '--_turn', '--_turn-tint', 4.5],
  ['Resolved', '--_done', '--_surface', 4.5],
  ['Resolved, pointed at', '--_done', '--_hover', 4.5],
  ['Resolved, in the ticket that is open', '--_done', '--_tint', 4.5],
  ['Errors', '--_danger', '--_surface', 4.5],
  ['High priority, pointed at', '--_danger', '--_hover', 4.5],
  ['High priority, in the ticket that is open', '--_danger', '--_tint', 4.5],
  ['Errors on their own ground', '--_danger', '--_danger-tint', 4.5],
  ['The edge of a button', '--_accent-edge', '--_surface', 3],
  ['The edge of a field', '--_border', '--_surface', 3],
] as const;

export interface Contrast {
  readonly what: string;
  readonly pair: string;
  readonly contrast: number;
  readonly wanted: number;
}

const colors = [...new Set(pairs.flatMap(([, one, other]) => [one, other]))];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true})!;

/** The relative luminance of a colour, however it is written, as WCAG reckons it from what is drawn. */
function luminance(color: string): number {
  // What can be seen through is seen on nothing, and not on what was drawn before.
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const linear = [...canvas.getImageData(0, 0, 1, 1).data].map(value => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}

/** Of two luminances. */
const ratio = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** The contrast of every pair in some themes, one after the other. */
export function contrastsOf(scheme: Scheme, themes: readonly Theme[]): readonly (readonly Contrast[])[] {
  const host = document.createElement('div');
  const shadow = host.attachShadow({mode: 'open'});
  shadow.adoptedStyleSheets = [tokens.styleSheet!, accentStyles.styleSheet!];
  shadow.innerHTML = `<div class="root" data-scheme=${scheme}></div>`;
  document.body.append(host);
  const box = shadow.firstElementChild as HTMLElement;
  // A device that forces its colours has its own contrast, and none of ours.
  box.style.forcedColorAdjust = 'none';
  const luminanceOf = (token: string): number => {
    box.style.color = `var(${token})`;
    return luminance(getComputedStyle(box).color);
  };
  const found = themes.map(theme => {
    host.removeAttribute('style');
    for (const [token, value] of Object.entries(theme)) host.style.setProperty(token, value);
    const luminances = new Map(colors.map(token => [token, luminanceOf(token)]));
    return pairs.map(([what, one, other, wanted]) => ({
      what,
      pair: `${one} on ${other}`,
      contrast: ratio(luminances.get(one)!, luminances.get(other)!),
      wanted,
    }));
  });
  host.remove();
  return found;
}
