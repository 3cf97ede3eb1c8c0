import type {Scheme} from '../../test/support/contrast.js';
import {tokens, type Token} from './tokens.js';

/** Values of tokens, by name. A token that is missing has its default. */
export type Values = Readonly<Record<string, string>>;

/** What a designer has chosen. Tokens that are not colours are in `light`: they are the same in both schemes. */
export type Theme = Readonly<Record<Scheme, Values>>;

export const noTheme: Theme = {light: {}, dark: {}};

/**
 * Whether dark uses the value of light unless it has its own. The elements adapt an accent to both schemes. Every other
 * colour would be unreadable in one of them.
 */
export const isShared = ({name, isColor}: Token): boolean => !isColor || name.includes('accent');

/** The values that apply in a scheme. */
export function valuesIn({light, dark}: Theme, scheme: Scheme): Values {
  if (scheme === 'light') return light;
  const shared = tokens.filter(isShared).flatMap(({name}) => (light[name] ? [[name, light[name]]] : []));
  return {...(Object.fromEntries(shared) as Values), ...dark};
}

/** A theme with another value of one token. The empty value is the default. */
export function withValue(theme: Theme, scheme: Scheme, name: string, value: string): Theme {
  const {[name]: _, ...others} = theme[scheme];
  return {...theme, [scheme]: value ? {...others, [name]: value} : others};
}
