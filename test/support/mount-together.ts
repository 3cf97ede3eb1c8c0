import {fixture, html} from '@open-wc/testing';

import {ReadyEvent} from '../../src/contract/session-events.js';
import type {BrowserDesk} from '../../demo/desk/browser.js';
import type {ElementTag} from './element-tags.js';
import type {MountOptions} from './mount.js';
import {nextEvent} from './next-event.js';

type Mounted<Tags extends readonly ElementTag[]> = {[Place in keyof Tags]: HTMLElementTagNameMap[Tags[Place]]};

/** Puts several elements into the page at once, as a portal's page brings them, each with the same properties. */
export async function mountTogether<const Tags extends readonly ElementTag[]>(
  tags: Tags,
  desk: BrowserDesk,
  options: MountOptions = {},
): Promise<Mounted<Tags>> {
  const token = options.as === null ? undefined : await desk.tokenFor(options.as);
  const elements = tags.map(tag => document.createElement(tag));
  for (const element of elements) {
    Object.assign(element, {apiBase: '/api', fetch: desk.fetch, token, persistence: 'none', ...options.with});
  }
  const box = await fixture<HTMLElement>(html`<main></main>`);
  const ready = elements.map(element => nextEvent(element, ReadyEvent));
  box.append(...elements);
  if (options.untilReady !== false) await Promise.all(ready);
  await Promise.all(elements.map(element => element.updateComplete));
  return elements as unknown as Mounted<Tags>;
}
