import {expect} from '@open-wc/testing';

import {measureContrasts, type Scheme, type Theme} from '../../support/contrast.js';

/** Accent colours of all hues, from pale to saturated, from black to white. */
const accents = Array.from({length: 24}, (_, hue) => hue * 15).flatMap(hue =>
  [15, 50, 100].flatMap(saturation =>
    [0, 12, 25, 38, 50, 62, 75, 88, 100].map(lightness => `hsl(${hue} ${saturation}% ${lightness}%)`),
  ),
);

/** Surface and text colours of portals: white, grey and tinted, within the limits of docs/theming.md. */
const surfaces = {
  light: [
    ['#ffffff', '#000000'],
    ['#faf7f2', '#2b2622'],
    ['#f4f4f5', '#18181b'],
    ['#eef3f8', '#333333'],
    ['#f0f0f0', '#1b2128'],
  ],
  dark: [
    ['#000000', '#ffffff'],
    ['#0d1b2a', '#dde6f0'],
    ['#1e1e1e', '#d4d4d4'],
    ['#22262b', '#e6e9ec'],
    ['#2a2a2e', '#f2f2f2'],
  ],
} as const;

/** Every accent on the default surface, and a few dozen of them on each of the other surfaces. */
function themesIn(scheme: Scheme): readonly Theme[] {
  const some = accents.filter((_, index) => index % 13 === 0);
  const others = surfaces[scheme].flatMap(([surface, text]) =>
    some.map(accent => ({'--isp-color-accent': accent, '--isp-color-surface': surface, '--isp-color-text': text})),
  );
  return [...accents.map(accent => ({'--isp-color-accent': accent})), ...others];
}

describe('derived colours', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`have enough contrast for every accent colour in the ${scheme} scheme`, () => {
      const themes = themesIn(scheme);
      const found = measureContrasts(scheme, themes).flatMap((contrasts, index) =>
        contrasts.map(each => ({...each, theme: Object.values(themes[index]!).join(' ')})),
      );
      const failed = found.filter(({contrast, required}) => contrast < required);
      const worst = [...found].sort((one, other) => one.contrast / one.required - other.contrast / other.required)[0]!;
      console.log(
        `${scheme}: ${accents.length} accent colours, ${themes.length} themes, ${found.length} pairs; the worst ` +
          `${worst.contrast.toFixed(2)} (of ${worst.required}), ${worst.pair} with ${worst.theme}; failures: ${failed.length}`,
      );
      expect(failed.map(each => `${each.pair} with ${each.theme}: ${each.contrast.toFixed(2)}`)).to.eql([]);
    }).timeout(30_000);
  }
});
