import {fixture, html} from '@open-wc/testing';

import type {TicketElement} from '../../src/elements/ticket-element.js';
import type {BrowserDesk} from '../../demo/desk/browser.js';
import {ReadyEvent} from '../../src/contract/session-events.js';
import {nextEvent} from './next-event.js';

export interface MountOptions {
  /** Whose token the element gets; `null` for none. Default: Léna's. */
  readonly as?: string | null;
  /** Set before the element is connected. */
  readonly with?: object;
  /** Whether to wait until the element shows what it was asked for, or why it cannot. Default: yes. */
  readonly untilReady?: boolean;
}

/** Puts an element into the page as a portal does, connected to a desk. */
export async function mount<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  desk: BrowserDesk,
  options: MountOptions = {},
): Promise<HTMLElementTagNameMap[Tag]> {
  const token = options.as === null ? undefined : await desk.tokenFor(options.as);
  const element = document.createElement(tag) as HTMLElementTagNameMap[Tag] & TicketElement;
  // What one test has written is not for the next.
  Object.assign(element, {apiBase: '/api', fetch: desk.fetch, token, persistence: 'none', ...options.with});
  const box = await fixture<HTMLElement>(html`<main></main>`);
  const ready = nextEvent(element, ReadyEvent);
  box.append(element);
  await (options.untilReady === false ? element.updateComplete : ready);
  await element.updateComplete;
  return element;
}
