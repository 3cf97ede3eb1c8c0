import type {Reply, Subscriber, Ticket} from '../../demo/desk/store/rows.js';
import type {DeskStore} from '../../demo/desk/store/store.js';

export const at = (minute: number) => new Date(Date.UTC(2026, 4, 3, 12, minute)).toISOString();

export const subscriberRow = (overrides: Partial<Subscriber> = {}): Subscriber => ({
  id: 'lena',
  username: 'lena.moreau',
  name: 'Léna Moreau',
  plan: 'Fibre 300',
  town: 'Saltmarsh',
  state: 'active',
  version: 0,
  ...overrides,
});

let tickets = 0;
export const ticketRow = (overrides: Partial<Ticket> = {}): Ticket => {
  const id = overrides.id ?? `ticket-${++tickets}`;
  const createdAt = overrides.createdAt ?? at(0);
  return {
    id,
    number: `TKT-2026-${id}`,
    subscriberId: 'lena',
    subject: `Subject of ${id}`,
    description: `Description of ${id}`,
    category: 'general',
    priority: 'normal',
    status: 'open',
    acceptsReplies: true,
    createdAt,
    writtenAt: null,
    statusChangedAt: null,
    readThrough: null,
    waitingSince: null,
    touchedAt: createdAt,
    version: 0,
    ...overrides,
  };
};

let replies = 0;
export const replyRow = (overrides: Partial<Reply> = {}): Reply => ({
  id: `reply-${++replies}`,
  ticketId: 'one',
  authorKind: 'operator',
  authorName: 'Anna (Support)',
  message: 'Hello',
  isInternal: false,
  createdAt: at(replies),
  writtenAt: null,
  ...overrides,
});

export const noteRow = (overrides: Partial<Reply> = {}) =>
  replyRow({message: 'Between us', isInternal: true, ...overrides});

export function load(store: DeskStore, tickets: Ticket[], replies: Reply[] = []) {
  const subscribers = [subscriberRow(), subscriberRow({id: 'omar', username: 'omar', name: 'Omar'})];
  return store.write(writes => writes.load({subscribers, tickets, replies, numbers: []}));
}
