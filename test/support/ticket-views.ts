import type {TicketThreadElement} from '../../src/elements/ticket-thread/ticket-thread.js';

/**
 * Loads the contents of `<isp-ticket-thread>` and `<isp-new-ticket>`, as the list of an earlier page has done: a test
 * then does not depend on how fast the test server delivers them.
 */
export async function loadTicketViews(): Promise<void> {
  for (const tag of ['isp-ticket-thread', 'isp-new-ticket'])
    await (customElements.get(tag) as typeof TicketThreadElement | undefined)?.preload();
}
