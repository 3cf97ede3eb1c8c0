import {en} from '../../../src/i18n/locales/en.js';
import type {Messages} from '../../../src/i18n/translator.js';

/** A text of the elements in English. */
export const t = (key: keyof Messages): string => String(en[key]);

const timeout = 10_000;

/** All elements that match, within shadow roots too. */
export function deepAll<Found extends Element = HTMLElement>(
  selector: string,
  root: Document | ShadowRoot | Element = document,
): Found[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ?? []);
  return [...root.querySelectorAll<Found>(selector), ...inside.flatMap(shadow => deepAll<Found>(selector, shadow))];
}

/** The text of a node, within shadow roots too. */
export function textOf(node: Node = document.body): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node instanceof HTMLScriptElement || node instanceof HTMLStyleElement) return '';
  const {shadowRoot = null} = node as Partial<Element>;
  return [...(shadowRoot?.childNodes ?? []), ...node.childNodes].map(textOf).join(' ');
}

export const isVisible = (element: Element): boolean => element.getClientRects().length > 0;

/** Resolves with what a check returns once that is neither false nor undefined. */
export async function until<Value>(what: string, check: () => Value | false | undefined): Promise<Value> {
  const {recorder} = window;
  const end = recorder.now() + timeout;
  for (;;) {
    const value = check();
    if (value !== undefined && value !== false) return value;
    if (recorder.now() > end) throw new Error(`not within ${timeout / 1000} s: ${what}`);
    await recorder.pause(15);
  }
}

export const untilText = (text: string, root?: Node): Promise<true> =>
  until(`the text “${text}”`, () => textOf(root).replace(/\s+/g, ' ').includes(text));

/** Resolves when an element has shown its content. */
export const untilReady = (): Promise<boolean> => until('isp-ready', () => window.recorder.isReady);

const nameOf = (element: Element): string => (element.getAttribute('aria-label') ?? element.textContent).trim();

const find = <Found extends HTMLElement>(selector: string, name: string, names: (each: Found) => readonly string[]) =>
  until(`${selector} “${name}”`, () =>
    deepAll<Found>(selector).find(each => isVisible(each) && names(each).some(text => text.startsWith(name))),
  );

/** Presses the first visible button or link whose name begins like this. */
export async function press(name: string): Promise<void> {
  (await find('button, a', name, each => [nameOf(each), textOf(each).trim()])).click();
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The first visible field whose label begins like this. */
export const field = (label: string): Promise<Field> =>
  find<Field>('input, textarea', label, each => [nameOf(each), ...[...(each.labels ?? [])].map(nameOf)]);

/** Types a text into a field at once, as a paste does. */
export async function fill(label: string, text: string): Promise<void> {
  const box = await field(label);
  box.focus();
  box.value = text;
  box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

const controls = 'button, input:not([type=radio]), select, textarea';

/** Throws if an element or one of its controls has collapsed, or if its text is not in its own style. */
export function expectSaneLayout(): void {
  const [host] = deepAll('isp-support');
  const {width, height} = host!.getBoundingClientRect();
  if (width < 300 || height < 150) throw new Error(`the element is ${width} px wide and ${height} px high`);
  const root = host!.shadowRoot!;
  for (const control of deepAll(controls, root).filter(isVisible)) {
    const box = control.getBoundingClientRect();
    // The rest of a row is a part of its button.
    const least = control.matches('.row-open') ? 20 : 24;
    if (box.width < least || box.height < least)
      throw new Error(`${control.outerHTML} is ${box.width} × ${box.height} px`);
    const {textTransform, letterSpacing, fontSize} = getComputedStyle(control);
    const text = [textTransform, letterSpacing, Number.parseFloat(fontSize) >= 12].join();
    if (text !== 'none,normal,true') throw new Error(`the text of a control is ${text}`);
  }
  for (const box of deepAll('textarea', root).filter(isVisible)) {
    if (box.clientWidth < 200 || box.clientHeight < 36) throw new Error('a text area has collapsed');
  }
  for (const row of deepAll('.row', root).filter(isVisible)) {
    if (row.clientHeight < 24 || row.clientHeight > 300) throw new Error(`a row is ${row.clientHeight} px high`);
  }
  const excess = host!.scrollWidth - host!.clientWidth;
  if (excess > 1) throw new Error(`the content is ${excess} px wider than the element`);
}
