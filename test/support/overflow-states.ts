import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../demo/desk/browser.js';
import type {TicketElement} from '../../src/elements/ticket-element.js';
import {findOverflow} from './overflow.js';
import type {ElementTag} from './element-tags.js';
import {setBrowserFontSize} from './browser-font-size.js';
import {adoptStyles} from './adopt-styles.js';
import {mount} from './mount.js';
import {waitForNetworkIdle} from './network-idle.js';

export interface DisplaySettings {
  readonly locale?: string;
  /** Width of the container in pixels. */
  readonly width?: number;
  /** A user style sheet. */
  readonly styles?: string;
  /** Value of `--isp-font-size`. */
  readonly fontSize?: string;
  /** The default font size in the settings of the browser, in pixels. */
  readonly browserFontSize?: number;
}

/** Checks an element for overflow in its initial, validation-error, unsent and failed states. */
export async function findOverflowInEachState(tag: ElementTag, settings: DisplaySettings): Promise<string[]> {
  const {browserFontSize} = settings;
  if (browserFontSize) await setBrowserFontSize(browserFontSize);
  const found: string[] = [];
  const check = (element: HTMLElement, state: string) =>
    found.push(...findOverflow(element).map(each => `${state}: ${each}`));

  const desk = createBrowserDesk();
  desk.faults.set({method: 'POST', times: Infinity}, faultKinds.answer(403));
  const element = await mountWith(desk, tag, settings);
  check(element, 'initial');
  submitForm(element);
  await element.updateComplete;
  check(element, 'validation errors');
  fillFields(element);
  submitForm(element);
  await waitForNetworkIdle(desk);
  check(element, 'unsent');
  element.remove();

  const deadDesk = createBrowserDesk();
  deadDesk.faults.set({method: 'GET', times: Infinity}, faultKinds.html);
  const failed = await mountWith(deadDesk, tag, settings);
  check(failed, 'failed');
  failed.remove();
  if (browserFontSize) await setBrowserFontSize();
  return found;
}

async function mountWith(desk: BrowserDesk, tag: ElementTag, settings: DisplaySettings): Promise<TicketElement> {
  const element = await mount(tag, desk, {properties: propertiesFor(tag, settings)});
  applySettings(element, settings);
  return element;
}

const propertiesFor = (tag: ElementTag, {locale = 'en'}: DisplaySettings): object => ({
  locale,
  ...(tag !== 'isp-support' && {ticketId: seededTicketId('evening-slowdown')}),
});

function applySettings(element: HTMLElement, {width = 320, styles, fontSize}: DisplaySettings): void {
  element.parentElement!.style.inlineSize = `${width}px`;
  if (fontSize) element.style.setProperty('--isp-font-size', fontSize);
  if (styles) adoptStyles(element, styles);
}

function fillFields({shadowRoot}: HTMLElement): void {
  for (const field of shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=text], textarea')) {
    field.value = 'Nothing works since this morning';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }
}

function submitForm({shadowRoot}: HTMLElement): void {
  shadowRoot!.querySelector<HTMLElement>('[type=submit]')?.click();
}
