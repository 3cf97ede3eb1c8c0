import type {Scheme} from '../../test/support/contrast.js';
import {accentStyles} from '../../src/ui/foundation/accent.js';
import {tokenStyles} from '../../src/ui/foundation/tokens.js';
import {articleStyles} from '../../src/ui/thread/article.styles.js';
import type {Values} from './theme.js';

const canvas = new OffscreenCanvas(1, 1).getContext('2d', {
  willReadFrequently: true,
}) as OffscreenCanvasRenderingContext2D;

/** `#rrggbb` for any CSS colour. */
export function hexOf(color: string): string {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map(value => value.toString(16).padStart(2, '0')).join('')}`;
}

const css = [tokenStyles, accentStyles, articleStyles].map(({cssText}) => cssText).join('\n');

/** The private property with the colour of each token, as the style sheets of the elements pair them. */
const privateNames: ReadonlyMap<string, string> = new Map([
  ...[...css.matchAll(/var\((--isp-[\w-]+), var\((--_[\w-]+)\)\)/g)].map(
    ([, name = '', own = '']) => [name, own] as const,
  ),
  ...[...css.matchAll(/(--_[\w-]+):\s*var\(\s*(--isp-[\w-]+)/g)].map(([, own = '', name = '']) => [name, own] as const),
]);

/** The colours of the elements in a scheme, with a theme. */
export interface Colors {
  /** The colour of a token, also if it is not set. */
  ofToken(name: string): string | undefined;
  /** The colour of a private property such as `--_accent-tint`. */
  ofProperty(name: string): string;
}

export function readColors(scheme: Scheme, values: Values): Colors {
  const host = document.createElement('div');
  const shadow = host.attachShadow({mode: 'open'});
  shadow.adoptedStyleSheets = [tokenStyles, accentStyles].flatMap(({styleSheet}) => styleSheet ?? []);
  shadow.innerHTML = `<div class="root" data-scheme=${scheme} style="forced-color-adjust: none"></div>`;
  for (const [name, value] of Object.entries(values)) host.style.setProperty(name, value);
  document.body.append(host);
  const box = shadow.firstElementChild as HTMLElement;
  // As in the style sheet of a message.
  box.style.setProperty('--_own-background', 'var(--isp-own-background, var(--_accent-tint))');
  const read = (color: string): string => {
    box.style.color = color;
    return hexOf(getComputedStyle(box).color);
  };
  const names = new Set(['--_own-background', ...(css.match(/--_[\w-]+/g) ?? [])]);
  const properties = new Map([...names].map(name => [name, read(`var(${name})`)]));
  host.remove();
  const ofProperty = (name: string): string => properties.get(name) ?? '#000000';
  const ofToken = (name: string): string | undefined => {
    if (values[name]) return hexOf(values[name]);
    const own = privateNames.get(name);
    return own && ofProperty(own);
  };
  return {ofToken, ofProperty};
}
