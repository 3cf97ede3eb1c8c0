import type {Scheme} from '../../test/support/contrast.js';
import {noTheme, withValue, type Theme} from './theme.js';
import {tokens, type Token} from './tokens.js';

/** The arguments of a story. Storybook keeps those that differ from the story's own in the address. */
export type ThemeArgs = Readonly<Record<string, string>>;

interface Slot {
  readonly arg: string;
  readonly scheme: Scheme;
  readonly token: Token;
}

/** Each value of a theme with the name of its argument, such as `dark-color-text` or `radius`. */
const slots: readonly Slot[] = tokens.flatMap(token => {
  const short = token.name.replace('--isp-', '');
  if (!token.isColor) return [{arg: short, scheme: 'light', token}];
  return (['light', 'dark'] as const).map(scheme => ({arg: `${scheme}-${short}`, scheme, token}));
});

/**
 * Storybook drops arguments from the address that have other characters than letters, digits, `-` and `_`:
 * https://storybook.js.org/docs/writing-stories/args#setting-args-through-the-url
 */
const encode = (value: string): string =>
  encodeURIComponent(value)
    .replace(/[_.!~*'()]/g, character => `%${character.charCodeAt(0).toString(16)}`)
    .replaceAll('%', '_');

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('_', '%'));
  } catch {
    return '';
  }
}

/** Whether CSS accepts a value. What a link brings must not end the declaration in the CSS to copy. */
export const isValid = ({property}: Token, value: string): boolean =>
  !/[;{}]/.test(value) && (property === undefined || CSS.supports(property, value));

/** Every argument of a theme. A token that is not set has an empty one. */
export const toArgs = (theme: Theme): ThemeArgs =>
  Object.fromEntries(slots.map(({arg, scheme, token}) => [arg, encode(theme[scheme][token.name] ?? '')]));

/** The theme of the arguments, without values that are not valid. */
export const fromArgs = (args: ThemeArgs): Theme =>
  slots.reduce((theme, {arg, scheme, token}) => {
    const value = decode(args[arg] ?? '');
    return isValid(token, value) ? withValue(theme, scheme, token.name, value) : theme;
  }, noTheme);

/** The address of a story in this Storybook, with the arguments that are not empty. */
export function linkTo(storyId: string, args: ThemeArgs): string {
  const pairs = Object.entries(args).flatMap(([name, value]) => (value ? [`${name}:${value}`] : []));
  return new URL(`./?path=/story/${storyId}&args=${pairs.join(';')}`, location.href).href;
}
