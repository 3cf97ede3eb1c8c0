import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** `auto` follows the page's CSS `color-scheme`. */
export type ColorScheme = 'light' | 'dark' | 'auto';

interface ColorSchemeHost extends ReactiveControllerHost, HTMLElement {
  readonly colorScheme: ColorScheme;
}

/**
 * Resolves the host's `colorScheme` to light or dark. `auto` follows the CSS `color-scheme` of the page first and the
 * device second: a page that supports only light stays light on a dark device.
 */
export class ColorSchemeController implements ReactiveController {
  readonly #host: ColorSchemeHost;
  readonly #prefersDark = matchMedia('(prefers-color-scheme: dark)');
  readonly #update = (): void => this.#host.requestUpdate();

  constructor(host: ColorSchemeHost) {
    this.#host = host;
    host.addController(this);
  }

  get value(): 'light' | 'dark' {
    const {colorScheme} = this.#host;
    if (colorScheme === 'light' || colorScheme === 'dark') return colorScheme;
    const supported = getComputedStyle(this.#host).colorScheme;
    const supportsDark = supported.includes('dark');
    return supportsDark && (this.#prefersDark.matches || !supported.includes('light')) ? 'dark' : 'light';
  }

  hostConnected(): void {
    this.#prefersDark.addEventListener('change', this.#update);
  }

  hostDisconnected(): void {
    this.#prefersDark.removeEventListener('change', this.#update);
  }
}
