import {accentStyles} from '../../src/ui/foundation/accent.js';
import {tokenStyles} from '../../src/ui/foundation/tokens.js';

export type Scheme = 'light' | 'dark';

/** Values of `--isp-*` tokens, by name. */
export type Theme = Readonly<Record<string, string>>;

/** Foreground and background tokens with the ratio that WCAG requires: 4.5 for text, 3 for graphics and borders. */
export const pairs = [
  ['Text', '--_text', '--_surface', 4.5],
  ['Text in the customer’s own message', '--_text', '--_own-background', 4.5],
  ['Text of a hovered row', '--_text', '--_surface-hover', 4.5],
  ['Text of the “Your reply needed” notice', '--_text', '--_attention-tint', 4.5],
  ['Text of an error notice', '--_text', '--_danger-tint', 4.5],
  ['Muted text', '--_text-muted', '--_surface', 4.5],
  ['Muted text in the customer’s own message', '--_text-muted', '--_own-background', 4.5],
  ['Muted text of a hovered row', '--_text-muted', '--_surface-hover', 4.5],
  ['Links and quiet buttons', '--_accent-text', '--_surface', 4.5],
  ['Links in the customer’s own message', '--_accent-text', '--_own-background', 4.5],
  ['Links in guidance', '--_accent-text', '--_surface-raised', 4.5],
  ['Quiet button, hovered', '--_accent-text', '--_surface-hover', 4.5],
  ['Button label', '--_on-accent', '--_accent', 4.5],
  ['Button label, hovered', '--_on-accent', '--_accent-hover', 4.5],
  ['Your reply needed', '--_attention', '--_surface', 4.5],
  ['Your reply needed, hovered', '--_attention', '--_surface-hover', 4.5],
  ['Your reply needed, in the selected row', '--_attention', '--_accent-tint', 4.5],
  ['Your reply needed, in its notice', '--_attention', '--_attention-tint', 4.5],
  ['Resolved', '--_success', '--_surface', 4.5],
  ['Resolved, hovered', '--_success', '--_surface-hover', 4.5],
  ['Resolved, in the selected row', '--_success', '--_accent-tint', 4.5],
  ['Errors', '--_danger', '--_surface', 4.5],
  ['High priority, hovered', '--_danger', '--_surface-hover', 4.5],
  ['High priority, in the selected row', '--_danger', '--_accent-tint', 4.5],
  ['Errors on the error background', '--_danger', '--_danger-tint', 4.5],
  ['Button border', '--_accent-border', '--_surface', 3],
  ['Field border', '--_border', '--_surface', 3],
] as const;

export interface Contrast {
  readonly label: string;
  readonly pair: string;
  readonly contrast: number;
  readonly required: number;
}

const colors = [...new Set(pairs.flatMap(([, one, other]) => [one, other]))];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true})!;

/** The WCAG relative luminance of a CSS colour, from the pixel that a canvas draws. */
function luminance(color: string): number {
  // A translucent colour must not blend with the previous one.
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const linear = [...canvas.getImageData(0, 0, 1, 1).data].map(value => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}

/** The contrast ratio of two relative luminances. */
const ratio = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** A box with the derived colours, and the element on which the tokens are set. */
function createBox(scheme: Scheme): {readonly host: HTMLElement; readonly box: HTMLElement} {
  const host = document.createElement('div');
  const shadow = host.attachShadow({mode: 'open'});
  shadow.adoptedStyleSheets = [tokenStyles.styleSheet!, accentStyles.styleSheet!];
  shadow.innerHTML = `<div class="root" data-scheme=${scheme}></div>`;
  document.body.append(host);
  const box = shadow.firstElementChild as HTMLElement;
  // As in the style sheet of a message.
  box.style.setProperty('--_own-background', 'var(--isp-own-background, var(--_accent-tint))');
  // Forced colours would replace the colours under test.
  box.style.forcedColorAdjust = 'none';
  return {host, box};
}

/** The colour of text on each accent colour: `white`, `black`, or the luminance of what is neither. */
export function textOnAccent(accents: readonly string[]): readonly string[] {
  const {host, box} = createBox('light');
  box.style.color = 'var(--_on-accent)';
  const names = new Map([
    [0, 'black'],
    [1, 'white'],
  ]);
  const found = accents.map(accent => {
    host.style.setProperty('--isp-color-accent', accent);
    const value = luminance(getComputedStyle(box).color);
    return names.get(Math.round(value * 1e6) / 1e6) ?? String(value);
  });
  host.remove();
  return found;
}

/** The contrast of every pair, for each theme. */
export function measureContrasts(scheme: Scheme, themes: readonly Theme[]): readonly (readonly Contrast[])[] {
  const {host, box} = createBox(scheme);
  const luminanceOf = (token: string): number => {
    box.style.color = `var(${token})`;
    return luminance(getComputedStyle(box).color);
  };
  const found = themes.map(theme => {
    host.removeAttribute('style');
    for (const [token, value] of Object.entries(theme)) host.style.setProperty(token, value);
    const luminances = new Map(colors.map(token => [token, luminanceOf(token)]));
    return pairs.map(([label, one, other, required]) => ({
      label,
      pair: `${one} on ${other}`,
      contrast: ratio(luminances.get(one)!, luminances.get(other)!),
      required,
    }));
  });
  host.remove();
  return found;
}
