import {expect} from '@open-wc/testing';

import {tokens} from '../../src/ui/tokens.js';

/** What an operator may call their colour: all hues, from pale to full, from black to white. */
const accents = Array.from({length: 24}, (_, hue) => hue * 15).flatMap(hue =>
  [15, 50, 100].flatMap(saturation =>
    [0, 12, 25, 38, 50, 62, 75, 88, 100].map(lightness => `hsl(${hue} ${saturation}% ${lightness}%)`),
  ),
);

/** Colours that stand on one another, and how far they have to be apart: 4.5 for text, 3 for what is drawn. */
const pairs = [
  ['--_accent-text', '--_surface', 4.5],
  ['--_accent-text', '--_tint', 4.5],
  ['--_accent-text', '--_raised', 4.5],
  ['--_accent-text', '--_hover', 4.5],
  ['--_on-accent', '--_accent', 4.5],
  ['--_on-accent', '--_accent-hover', 4.5],
  ['--_text', '--_tint', 4.5],
  ['--_muted', '--_surface', 4.5],
  ['--_muted', '--_tint', 4.5],
  ['--_muted', '--_hover', 4.5],
  ['--_accent-edge', '--_surface', 3],
  ['--_border', '--_surface', 3],
] as const;

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

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

interface Found {
  readonly accent: string;
  readonly pair: string;
  readonly contrast: number;
  readonly wanted: number;
}

/** The contrast of every pair, with every accent. */
function contrastsIn(scheme: 'light' | 'dark'): Found[] {
  const host = document.createElement('div');
  const shadow = host.attachShadow({mode: 'open'});
  shadow.adoptedStyleSheets = [tokens.styleSheet!];
  shadow.innerHTML = `<div class="root" data-scheme=${scheme}></div>`;
  document.body.append(host);
  const box = shadow.firstElementChild as HTMLElement;
  const colorOf = (token: string): string => {
    box.style.color = `var(${token})`;
    return getComputedStyle(box).color;
  };
  const found = accents.flatMap(accent => {
    host.style.setProperty('--isp-color-accent', accent);
    return pairs.map(([one, other, wanted]) => ({
      accent,
      pair: `${one} on ${other}`,
      contrast: contrast(colorOf(one), colorOf(other)),
      wanted,
    }));
  });
  host.remove();
  return found;
}

describe('whatever colour an operator chooses', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`can be read in ${scheme}`, () => {
      const found = contrastsIn(scheme);
      const failed = found.filter(each => each.contrast < each.wanted);
      const worst = [...found].sort((one, other) => one.contrast / one.wanted - other.contrast / other.wanted)[0]!;
      console.log(
        `${scheme}: ${accents.length} accent colours, ${found.length} pairs; the worst ${worst.contrast.toFixed(2)} (of ${worst.wanted}), ` +
          `${worst.pair} with ${worst.accent}; failures: ${failed.length}`,
      );
      expect(failed.map(each => `${each.pair} with ${each.accent}: ${each.contrast.toFixed(2)}`)).to.eql([]);
    });
  }
});
