import type {Scheme} from '../../test/support/contrast.js';
import {hexOf, readColors} from './colors.js';
import {countTooLow} from './contrasts.js';
import type {Values} from './theme.js';
import {tokens, type Token} from './tokens.js';

/** Another colour for one token, with which more pairs have enough contrast. */
export interface Suggestion {
  readonly token: Token;
  readonly color: string;
  /** How many pairs still have too little contrast. */
  readonly remaining: number;
}

/** A colour between the present one and an end. */
interface Shade {
  readonly color: string;
  /** 0 is the present colour, 1 is the end. */
  readonly distance: number;
}

type Candidate = Suggestion & Shade;

/** Black and white: shades keep the hue of the present colour. */
const ends = ['black', 'white'];

const steps = (count: number, from: number, to: number): readonly number[] =>
  Array.from({length: count}, (_, index) => from + ((to - from) * (index + 1)) / count);

const byBenefit = (one: Candidate, other: Candidate): number =>
  one.remaining - other.remaining || one.distance - other.distance;

/** Finds colours for one token in one scheme. */
class Search {
  readonly #scheme: Scheme;
  readonly #values: Values;
  readonly #token: Token;
  readonly #current: string;

  constructor(scheme: Scheme, values: Values, token: Token, current: string) {
    this.#scheme = scheme;
    this.#values = values;
    this.#token = token;
    this.#current = current;
  }

  /** The nearest colour with the fewest low pairs, if there is one with less than `count`. */
  best(count: number): Candidate | undefined {
    // Black and white show whether a direction is worth the time.
    const directions = ends.filter(end => this.#measure(end, [1])[0].remaining < count);
    return directions.map(end => this.#nearest(end)).sort(byBenefit)[0];
  }

  /** In steps of 10 %, then of 1 % before the best of them. */
  #nearest(end: string): Candidate {
    const [coarse] = this.#measure(end, steps(10, 0, 1));
    const [fine] = this.#measure(end, steps(10, coarse.distance - 0.1, coarse.distance));
    return fine;
  }

  /** The shades at these distances, the best first. */
  #measure(end: string, distances: readonly number[]): readonly [Candidate, ...Candidate[]] {
    const shades = distances.map(distance => ({distance, color: this.#shade(end, distance)}));
    const themes = shades.map(({color}) => ({...this.#values, [this.#token.name]: color}));
    const counts = countTooLow(this.#scheme, themes);
    const candidates = shades.map((shade, index) => ({
      ...shade,
      token: this.#token,
      remaining: counts[index] ?? Infinity,
    }));
    return candidates.sort(byBenefit) as [Candidate, ...Candidate[]];
  }

  #shade(end: string, distance: number): string {
    return hexOf(`color-mix(in oklch, ${this.#current} ${100 - 100 * distance}%, ${end})`);
  }
}

/**
 * Single changes that help, the best first: those that are enough by themselves, or the three that help most if there
 * is none.
 */
export function suggestionsFor(scheme: Scheme, values: Values): readonly Suggestion[] {
  const [count = 0] = countTooLow(scheme, [values]);
  if (count === 0) return [];
  const colors = readColors(scheme, values);
  const useful = tokens
    .flatMap(token => {
      const current = token.isColor && colors.ofToken(token.name);
      return (current && new Search(scheme, values, token, current).best(count)) || [];
    })
    .sort(byBenefit)
    .slice(0, 3);
  const sufficient = useful.filter(({remaining}) => remaining === 0);
  return sufficient.length > 0 ? sufficient : useful;
}
