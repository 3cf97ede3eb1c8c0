import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {AfterPaint} from './after-paint.js';
import {flatTreeParent} from './flat-tree.js';

/** `auto` follows the page's CSS `color-scheme`, or the background behind the element. */
export type ColorScheme = 'light' | 'dark' | 'auto';

interface ColorSchemeHost extends ReactiveControllerHost, HTMLElement {
  readonly colorScheme: ColorScheme;
}

/**
 * Resolves the host's `colorScheme` to light or dark. `auto` follows the CSS `color-scheme` of the page first and the
 * device second. A page that declares no dark scheme can still be dark: then the background behind the host counts.
 */
export class ColorSchemeController implements ReactiveController {
  readonly #host: ColorSchemeHost;
  /** Test environments such as jsdom have no `matchMedia`. */
  readonly #prefersDark = (window as Partial<Window>).matchMedia?.('(prefers-color-scheme: dark)');
  /** Pages write attributes of `<html>` at each movement of the mouse: only another scheme is worth an update. */
  readonly #update = (): void => {
    const value = this.#resolve();
    if (value === this.value) return;
    this.value = value;
    this.#host.requestUpdate();
  };
  readonly #afterPaint = new AfterPaint(this.#update);
  #colorScheme: ColorScheme | undefined;
  /** Pages switch their scheme by an attribute of one of these elements. */
  readonly #pageObserver = new MutationObserver(this.#update);
  value: 'light' | 'dark' = 'light';

  constructor(host: ColorSchemeHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#prefersDark?.addEventListener('change', this.#update);
    const {documentElement, body} = this.#host.ownerDocument;
    for (const element of [documentElement, body]) this.#pageObserver.observe(element, {attributes: true});
  }

  hostDisconnected(): void {
    this.#colorScheme = undefined;
    this.#afterPaint.cancel();
    this.#prefersDark?.removeEventListener('change', this.#update);
    this.#pageObserver.disconnect();
  }

  hostUpdate(): void {
    const {colorScheme} = this.#host;
    if (colorScheme === this.#colorScheme) return;
    this.#colorScheme = colorScheme;
    // An element within one of ours has its scheme: to read styles here would force those of the whole page.
    const outer = colorScheme === 'auto' ? this.#host.closest<HTMLElement>('.root')?.dataset['scheme'] : undefined;
    this.value = (outer as 'light' | 'dark' | undefined) ?? this.#resolve();
  }

  hostUpdated(): void {
    this.#afterPaint.schedule();
  }

  #resolve(): 'light' | 'dark' {
    const {colorScheme} = this.#host;
    if (colorScheme === 'light' || colorScheme === 'dark') return colorScheme;
    const supported = getComputedStyle(this.#host).getPropertyValue('color-scheme');
    const isDark = supported.includes('dark')
      ? this.#prefersDark?.matches || !supported.includes('light')
      : isOnDark(this.#host);
    return isDark ? 'dark' : 'light';
  }
}

/** Whether the nearest opaque background behind an element is dark. Without one, the page is white. */
function isOnDark(element: Element): boolean {
  for (let box: Element | null = element; box; box = flatTreeParent(box)) {
    const {lightness, alpha} = parseColor(getComputedStyle(box).backgroundColor);
    // A color that is more transparent is a tint of what is behind it.
    if (alpha > 0.5) return lightness < 0.5;
  }
  return false;
}

/**
 * The lightness and the opacity, from 0 to 1, of a computed color: `rgb(22, 25, 29)`, `color(srgb 0.1 0.1 0.1 / 0.5)`,
 * `oklch(0.2 0.01 250)` or `lab(20 1 1)` (https://drafts.csswg.org/css-color-4/#serializing-color-values).
 */
function parseColor(color: string): {readonly lightness: number; readonly alpha: number} {
  const numbers = color.split(/[\s,()/]+/).map(parseFloat);
  const [first = 0, second = 0, third = 0, alpha = 1] = numbers.filter(number => !Number.isNaN(number));
  const isLightnessFirst = /lab|lch/.test(color);
  const lightness = isLightnessFirst ? first : 0.21 * first + 0.72 * second + 0.07 * third;
  const whites: Readonly<Record<string, number>> = {rgb: 255, lab: 100, lch: 100};
  return {lightness: lightness / (whites[color.slice(0, 3)] ?? 1), alpha};
}
