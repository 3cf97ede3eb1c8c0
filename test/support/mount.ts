import {fixture, html} from '@open-wc/testing';

import type {TicketElement} from '../../src/elements/ticket-element.js';
import type {BrowserDesk} from '../../demo/desk/browser.js';
import {ReadyEvent} from '../../src/contract/session-events.js';
import {nextEvent} from './next-event.js';

export interface MountOptions {
  /** The customer whose token the element gets, or `null` for no token. Default: `lena.moreau`. */
  readonly username?: string | null;
  /** Properties to set before the element is connected. */
  readonly properties?: object;
  /** Whether to wait for `isp-ready`. Default: true. */
  readonly waitForReady?: boolean;
}

/** Connects an element with these properties to the page. */
export async function mountElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: object,
  waitForReady = true,
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = document.createElement(tag) as HTMLElementTagNameMap[Tag] & TicketElement;
  // Drafts of one test must not appear in the next.
  Object.assign(element, {persistence: 'none', ...properties});
  const main = await fixture<HTMLElement>(html`<main></main>`);
  const ready = nextEvent(element, ReadyEvent);
  main.append(element);
  await (waitForReady ? ready : element.updateComplete);
  await element.updateComplete;
  return element;
}

/** Connects an element to the page, with a desk as its server. */
export async function mount<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  desk: BrowserDesk,
  options: MountOptions = {},
): Promise<HTMLElementTagNameMap[Tag]> {
  const token = options.username === null ? null : await desk.tokenFor(options.username);
  const properties = {apiBase: '/api', fetch: desk.fetch, token, ...options.properties};
  return mountElement(tag, properties, options.waitForReady);
}
