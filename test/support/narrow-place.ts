import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../demo/desk/browser.js';
import type {TicketElement} from '../../src/elements/ticket-element.js';
import {cutOff} from './cut-off.js';
import type {ElementTag} from './element-tags.js';
import {mount} from './mount.js';
import {settled} from './settled.js';

export interface Reader {
  readonly locale?: string;
  /** Of the place, in pixels. */
  readonly width?: number;
  /** CSS that the reader's browser lays over ours. */
  readonly styles?: string;
  /** The size of text. */
  readonly text?: string;
}

/** What does not fit of an element in a narrow place: as it is opened, with what is missing, unsent, and with nothing to show. */
export async function cutOffInNarrowPlace(tag: ElementTag, reader: Reader): Promise<string[]> {
  const found: string[] = [];
  const look = (element: HTMLElement, when: string) => found.push(...cutOff(element).map(each => `${when}: ${each}`));

  const desk = createBrowserDesk();
  desk.faults.set({method: 'POST', times: Infinity}, faultKinds.answer(403));
  const element = await open(desk, tag, reader);
  look(element, 'as it is opened');
  send(element);
  await element.updateComplete;
  look(element, 'with what is missing');
  write(element);
  send(element);
  await settled(desk);
  look(element, 'with what could not be sent');
  element.remove();

  const deadDesk = createBrowserDesk();
  deadDesk.faults.set({method: 'GET', times: Infinity}, faultKinds.html);
  const failed = await open(deadDesk, tag, reader);
  look(failed, 'with nothing to show');
  failed.remove();
  return found;
}

async function open(desk: BrowserDesk, tag: ElementTag, reader: Reader): Promise<TicketElement> {
  const element = await mount(tag, desk, {with: optionsFor(tag, reader)});
  layOut(element, reader);
  return element;
}

const optionsFor = (tag: ElementTag, {locale = 'en'}: Reader): object => ({
  locale,
  ...(tag !== 'isp-support' && {ticketId: seededTicketId('evening-slowdown')}),
});

function layOut(element: HTMLElement, {width = 320, styles, text}: Reader): void {
  element.parentElement!.style.inlineSize = `${width}px`;
  if (text) element.style.setProperty('--isp-font-size', text);
  if (styles) layOver(element, styles);
}

/** As an extension of the browser does: to each tree of the element. */
function layOver({shadowRoot}: Element, styles: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadowRoot!.adoptedStyleSheets.push(sheet);
  for (const each of shadowRoot!.querySelectorAll('*')) if (each.shadowRoot) layOver(each, styles);
}

function write({shadowRoot}: HTMLElement): void {
  for (const field of shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=text], textarea')) {
    field.value = 'Nothing works since this morning';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }
}

function send({shadowRoot}: HTMLElement): void {
  shadowRoot!.querySelector<HTMLElement>('[type=submit]')?.click();
}
