import {render} from 'lit';

import type {Reply} from '../../contract/reply.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Translator} from '../../i18n/translator.js';

const warmedUp = new Set<string>();

/**
 * Renders a template off-screen while the data loads, once for each kind of view and language. The first render takes
 * about 100 ms on a slow phone: Lit prepares its templates, and the engine loads the number and date formats of the
 * locale. It runs when the browser has nothing else to do, and renders nothing if the data is there by then.
 */
export function warmUp(kind: string, {locale}: Translator, renderTemplate: () => unknown): void {
  const name = `${kind} ${locale}`;
  if (warmedUp.has(name)) return;
  warmedUp.add(name);
  // Safari has no `requestIdleCallback`.
  const whenIdle = (window as Partial<Window>).requestIdleCallback ?? setTimeout;
  whenIdle(() => render(renderTemplate(), document.createDocumentFragment()));
}

function sampleTicket(milliseconds: number): TicketSummary {
  const timestamp = new Date(milliseconds).toISOString();
  return {
    id: '-',
    number: '-',
    subject: '-',
    status: 'open',
    priority: 'high',
    category: 'general',
    createdAt: timestamp,
    updatedAt: timestamp,
    lastReplyAt: timestamp,
    lastReplyBy: 'operator',
    replyCount: 2,
    unreadCount: 2,
  };
}

/** Two tickets for a warm-up, with everything that a row can show: one has a relative time, the other a date. */
export const sampleTickets = (): readonly TicketSummary[] => [sampleTicket(Date.now()), sampleTicket(0)];

/** A thread with one reply, for a warm-up. */
export function sampleThread() {
  const ticket = sampleTicket(Date.now());
  const {createdAt} = ticket;
  const reply: Reply = {id: '', author: {kind: 'operator', name: null}, message: '-', createdAt, isInternal: false};
  return {ticket, description: '-', canReply: true, rows: [reply], cursor: null, pageStatus: 'idle'} as const;
}
