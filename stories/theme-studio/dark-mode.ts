import type {Scheme} from '../../test/support/contrast.js';

interface DarkMode {
  readonly label: string;
  /** The schemes of the page, the one without a rule of its own first. */
  readonly schemes: readonly [Scheme, Scheme?];
  /** What the rule for dark is put into: an at-rule or an ancestor. */
  readonly condition?: string;
}

/** The ways in which a page becomes dark. */
export const darkModes = {
  device: {
    label: 'It follows the device',
    schemes: ['light', 'dark'],
    condition: '@media (prefers-color-scheme: dark)',
  },
  class: {label: 'With the class “dark”', schemes: ['light', 'dark'], condition: '.dark'},
  attribute: {label: 'With data-theme="dark"', schemes: ['light', 'dark'], condition: "[data-theme='dark']"},
  light: {label: 'Never, it is always light', schemes: ['light']},
  dark: {label: 'It is always dark', schemes: ['dark']},
} satisfies Readonly<Record<string, DarkMode>>;

export type DarkModeName = keyof typeof darkModes;

export const darkModeOf = (name: string): DarkMode => darkModes[name as DarkModeName] ?? darkModes.device;

/** The schemes that a page has. */
export const schemesOf = (name: string): readonly Scheme[] =>
  darkModeOf(name).schemes.filter(scheme => scheme !== undefined);
