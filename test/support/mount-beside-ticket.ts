import {createBrowserDesk} from '../../demo/desk/browser.js';
import type {TicketBackend} from '../../src/contract/backend.js';
import {SupportHarness} from './support-harness.js';

/** Mounts `<isp-support>`. In a wide container, a ticket is open, and the list beside it scrolls by itself. */
export async function mountBesideTicket(backend: TicketBackend, width: 'narrow' | 'wide'): Promise<SupportHarness> {
  const support = await SupportHarness.mount(createBrowserDesk(), {width, properties: {backend}});
  support.element.parentElement!.style.width = '100%';
  if (width === 'wide') {
    support.element.showTicket('i3');
    await support.waitUntilShown('ticket');
  }
  return support;
}
