import type {Theme} from './theme.js';

/** The schemes that the previews show, as far as the page has them. */
export type Shown = 'light' | 'dark' | 'both';

export interface StudioState {
  readonly theme: Theme;
  /** How the page becomes dark: a name of `darkModes`. */
  readonly darkMode: string;
  /** What the previews show. */
  readonly shown: Shown;
  /** The address of this theme. */
  readonly link: string;
  /** Properties that connect an element to the demo desk. */
  readonly connection: object;
  setTheme(theme: Theme): void;
  setDarkMode(darkMode: string): void;
  setShown(shown: Shown): void;
  resetAll(): void;
}
