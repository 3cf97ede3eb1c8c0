import type {ReactiveController, ReactiveControllerHost} from 'lit';

export type ColorScheme = 'light' | 'dark' | 'auto';

interface ColorSchemeHost extends ReactiveControllerHost, HTMLElement {
  readonly colorScheme: ColorScheme;
}

/** The scheme its host is drawn in. `auto` follows the page: a page that is light only stays light on a dark device. */
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
    const schemes = getComputedStyle(this.#host).colorScheme;
    const offersDark = schemes.includes('dark');
    return offersDark && (this.#prefersDark.matches || !schemes.includes('light')) ? 'dark' : 'light';
  }

  hostConnected(): void {
    this.#prefersDark.addEventListener('change', this.#update);
  }

  hostDisconnected(): void {
    this.#prefersDark.removeEventListener('change', this.#update);
  }
}
