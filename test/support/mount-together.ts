import {fixture, html} from '@open-wc/testing';

import {ReadyEvent} from '../../src/contract/session-events.js';
import type {BrowserDesk} from '../../demo/desk/browser.js';
import type {ElementTag} from './element-tags.js';
import type {MountOptions} from './mount.js';
import {nextEvent} from './next-event.js';

type Mounted<Tags extends readonly ElementTag[]> = {[Index in keyof Tags]: HTMLElementTagNameMap[Tags[Index]]};

/** Connects several elements with the same properties to the page at once, as a portal’s markup does. */
export async function mountTogether<const Tags extends readonly ElementTag[]>(
  tags: Tags,
  desk: BrowserDesk,
  options: MountOptions = {},
): Promise<Mounted<Tags>> {
  const token = options.username === null ? null : await desk.tokenFor(options.username);
  const elements = tags.map(tag => document.createElement(tag));
  for (const element of elements) {
    Object.assign(element, {apiBase: '/api', fetch: desk.fetch, token, persistence: 'none', ...options.properties});
  }
  const main = await fixture<HTMLElement>(html`<main></main>`);
  const ready = elements.map(element => nextEvent(element, ReadyEvent));
  main.append(...elements);
  if (options.waitForReady !== false) await Promise.all(ready);
  await Promise.all(elements.map(element => element.updateComplete));
  return elements as unknown as Mounted<Tags>;
}
