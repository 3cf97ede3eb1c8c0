import {nextFrame} from '@open-wc/testing';

import type {Reply} from '../../src/contract/reply.js';
import type {TicketBackend} from '../../src/contract/backend.js';
import type {TicketSummary} from '../../src/contract/ticket.js';
import {stubBackend} from './stub-backend.js';
import {detail, reply, ticket} from './ticket-fixtures.js';

const pageLength = 30;

/** Subjects of one and of two lines. */
const subjectOf = (number: number): string =>
  number % 3 ? `Problem ${number}.` : `Problem ${number}. It occurs every evening at nine, and is gone an hour later.`;

export interface BackendWithTickets extends Required<TicketBackend> {
  /** What the server has: a test may change it. */
  readonly tickets: TicketSummary[];
  /** Adds a ticket on top, as if from another device. */
  readonly addTicket: () => void;
  /** Adds a reply to a ticket, which changes nothing of its layout in the list. */
  readonly countReply: (number: number) => void;
}

/** A backend whose list has many tickets, in pages. */
export function backendWithTickets(count: number): BackendWithTickets {
  const tickets = Array.from({length: count}, (_, index) => ticket(`i${index + 1}`, {subject: subjectOf(index + 1)}));
  const backend = stubBackend({
    listTickets: ({cursor}) => {
      const start = Number(cursor);
      const end = start + pageLength;
      return Promise.resolve({
        tickets: tickets.slice(start, end),
        nextCursor: end < tickets.length ? String(end) : null,
      });
    },
    getTicket: id => Promise.resolve({...detail(id, 'r1 r2'), ticket: tickets.find(each => each.id === id)!}),
  });
  let added = 0;
  return {
    ...backend,
    tickets,
    addTicket: () => tickets.unshift(ticket(`i${-added++}`, {subject: subjectOf(0)})),
    countReply(number) {
      const index = tickets.findIndex(({id}) => id === `i${number}`);
      tickets[index] = ticket(`i${number}`, {subject: subjectOf(number), replyCount: ++added});
    },
  };
}

/** Every hundredth reply quotes an earlier one. */
const quotationOf = (number: number): string => (number % 100 ? '' : `\n${'> Since when does it drop?\n'.repeat(8)}`);

/** Replies of one to twelve lines, four a day. */
const replyOf = (number: number): Reply =>
  reply(`r${number}`, {
    message: `Reply ${number}.\n${'The line drops again.\n'.repeat(number % 12)}${quotationOf(number)}`,
    createdAt: new Date(Date.UTC(2024, 0, 1, number * 6)).toISOString(),
  });

/** A backend whose tickets have many replies, in pages. */
export function backendWithReplies(count: number): Required<TicketBackend> {
  const replies = Array.from({length: count}, (_, index) => replyOf(index + 1));
  const pageBefore = (end: number): {replies: Reply[]; earlierCursor: string | null} => {
    const start = Math.max(0, end - pageLength);
    return {replies: replies.slice(start, end), earlierCursor: start > 0 ? String(start) : null};
  };
  return stubBackend({
    listTickets: () => Promise.resolve({tickets: [ticket('a')], nextCursor: null}),
    getTicket: id => {
      const {ticket: opened, ...rest} = detail(id, '');
      return Promise.resolve({...rest, ticket: {...opened, replyCount: count}, ...pageBefore(count)});
    },
    listReplies: (_, {cursor}) => Promise.resolve(pageBefore(Number(cursor))),
  });
}

/** The number of nodes in the document, including shadow roots. */
export function countNodes(root: Node = document): number {
  let nodes = 0;
  const walker = document.createTreeWalker(root);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    nodes++;
    const {shadowRoot} = node as Partial<Element>;
    if (shadowRoot) nodes += countNodes(shadowRoot);
  }
  return nodes;
}

/** The nearest element around another one that scrolls. */
export function scrollerOf(element: Element): Element {
  for (let box: Element | null = element; box;) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
    box = box.assignedSlot ?? box.parentElement ?? (box.getRootNode() as Partial<ShadowRoot>).host ?? null;
  }
  return document.scrollingElement!;
}

/** Whether an element cannot be scrolled down any further. */
export const isAtEnd = ({scrollTop, clientHeight, scrollHeight}: Element): boolean =>
  scrollTop + clientHeight > scrollHeight - 1;

/** Scrolls a part of a screen in each frame, until a condition holds. Returns the number of frames without any row. */
export async function scrollUntil(
  scroller: Element,
  screens: number,
  isDone: () => boolean,
  isBlank: () => boolean = () => false,
): Promise<number> {
  let blank = 0;
  for (let frames = 0; !isDone(); frames++) {
    if (frames === 500) throw new Error('What the test scrolls to has not come within 500 frames');
    scroller.scrollBy(0, screens * scroller.clientHeight);
    await nextFrame();
    if (isBlank()) blank++;
  }
  return blank;
}
