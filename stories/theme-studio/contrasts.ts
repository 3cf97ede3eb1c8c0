import {measureContrasts, type Contrast, type Scheme} from '../../test/support/contrast.js';
import {readColors} from './colors.js';
import type {Values} from './theme.js';

/** A pair of colours with its contrast. */
export interface Pair extends Contrast {
  readonly foreground: string;
  readonly background: string;
}

export const isTooLow = ({contrast, required}: Contrast): boolean => contrast < required;

/** How many pairs have too little contrast, for each theme. */
export const countTooLow = (scheme: Scheme, themes: readonly Values[]): readonly number[] =>
  measureContrasts(scheme, themes).map(contrasts => contrasts.filter(isTooLow).length);

/** All pairs of a theme. */
export function pairsOf(scheme: Scheme, values: Values): readonly Pair[] {
  const colors = readColors(scheme, values);
  const [contrasts = []] = measureContrasts(scheme, [values]);
  return contrasts.map(each => {
    const [foreground = '', background = ''] = each.pair.split(' on ');
    return {...each, foreground: colors.ofProperty(foreground), background: colors.ofProperty(background)};
  });
}
