import {expect} from '@open-wc/testing';

import {lightnessContrast, parseHex, type Rgb} from '../../support/apca.js';
import {measureContrasts, textOnAccent} from '../../support/contrast.js';

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** The WCAG relative luminance of a colour. */
function luminance(color: Rgb): number {
  const [red, green, blue] = color.map(part => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Whether black and white text have a contrast of 4.5 on a colour. */
const passes = (color: Rgb): {readonly white: boolean; readonly black: boolean} => ({
  white: 1.05 / (luminance(color) + 0.05) >= 4.5,
  black: (luminance(color) + 0.05) / 0.05 >= 4.5,
});

/** What reads better among what passes. */
function better(color: Rgb): 'white' | 'black' {
  const {white: isWhiteLegible, black: isBlackLegible} = passes(color);
  if (!isWhiteLegible || !isBlackLegible) return isWhiteLegible ? 'white' : 'black';
  const [onWhite, onBlack] = [white, black].map(text => Math.abs(lightnessContrast(text, color))) as [number, number];
  return onWhite > onBlack ? 'white' : 'black';
}

const hex = (color: Rgb): string => `#${color.map(part => part.toString(16).padStart(2, '0')).join('')}`;

/** Colours on both of whose sides the limits of WCAG lie: black and white text have a contrast of about 4.5. */
const middling = Array.from({length: 64}, (_, red) => red * 4)
  .flatMap(red => Array.from({length: 32}, (_, blue): Rgb => [red, greenFor(red, blue * 8), blue * 8]))
  .filter(([, green]) => green >= 0)
  .flatMap(([red, green, blue]): Rgb[] => [
    [red, green, blue],
    [red, Math.min(255, green + 1), blue],
  ]);

/** The largest share of green with which black text passes only just, or -1 if there is none. */
function greenFor(red: number, blue: number): number {
  const greens = Array.from({length: 256}, (_, index) => 255 - index);
  return greens.find(green => luminance([red, green, blue]) <= 0.1792) ?? -1;
}

describe('the contrast of APCA', () => {
  // https://github.com/Myndex/apca-w3#test-values
  const published = [
    ['#888888', '#ffffff', 63.056469930209424],
    ['#ffffff', '#888888', -68.54146436644962],
    ['#000000', '#aaaaaa', 58.146262578561334],
    ['#aaaaaa', '#000000', -56.24113336839742],
    ['#112233', '#ddeeff', 91.66830811481631],
    ['#ddeeff', '#112233', -93.06770049484275],
    ['#112233', '#444444', 8.32326136957393],
    ['#444444', '#112233', -7.526878460278154],
  ] as const;

  for (const [text, background, expected] of published) {
    it(`of ${text} on ${background} is the published ${expected.toFixed(1)}`, () => {
      expect(lightnessContrast(parseHex(text), parseHex(background))).to.be.closeTo(expected, 1e-9);
    });
  }
});

describe('text on the accent colour', () => {
  const examples = {
    '#e5007d': 'white',
    '#767676': 'white',
    '#757575': 'white',
    '#0077d3': 'white',
    '#2e7d32': 'white',
    '#0b6bcb': 'white',
    '#777777': 'black',
    '#ff6600': 'black',
    '#ffcc00': 'black',
  } as const;

  for (const [accent, expected] of Object.entries(examples)) {
    it(`is ${expected} on ${accent}, which reads better among what has a contrast of 4.5`, () => {
      expect(better(parseHex(accent))).to.equal(expected);
      expect(textOnAccent([accent])).to.eql([expected]);
    });
  }

  it('reads better among what has a contrast of 4.5 on colours between light and dark', () => {
    expect(middling.length).to.be.above(1000);
    const texts = textOnAccent(middling.map(hex));
    const wrong = middling.map((color, index) => `${hex(color)} ${texts[index]} ${better(color)}`);
    expect(wrong.filter(line => line.split(' ')[1] !== line.split(' ')[2])).to.eql([]);
  }).timeout(30_000);

  it('has a contrast of 4.5 on colours between light and dark', () => {
    const some = middling.filter((_, index) => index % 10 === 0).map(hex);
    const failed = (['light', 'dark'] as const).flatMap(scheme =>
      measureContrasts(
        scheme,
        some.map(accent => ({'--isp-color-accent': accent})),
      )
        .flat()
        .filter(({pair, contrast, required}) => pair.startsWith('--_on-accent') && contrast < required),
    );
    expect(failed).to.eql([]);
  }).timeout(30_000);
});
