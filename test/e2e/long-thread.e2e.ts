import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import type {Locator} from 'playwright-core';
import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import {Caller} from './support/caller.js';
import type {Customer} from './support/customer.js';
import {onStage} from './support/stage.js';
import {words} from './support/words.js';

interface Ticket {
  readonly id: string;
  readonly subject: string;
  readonly description: string;
  readonly reply_count: number;
  readonly replies: readonly Reply[];
  readonly replies_earlier_cursor: string | null;
}

interface Reply {
  readonly id: string;
  readonly message: string;
}

interface Earlier {
  readonly data: readonly Reply[];
  readonly earlier_cursor: string | null;
}

/** The replies of a ticket from the first to the last, page by page backwards, as the desk gives them out. */
async function wholeThread(caller: Caller, ticket: Ticket): Promise<Reply[]> {
  const replies = [...ticket.replies];
  for (let cursor = ticket.replies_earlier_cursor; cursor !== null;) {
    const address = `/api/customer/tickets/${ticket.id}/replies?limit=100&cursor=${cursor}`;
    const page: Earlier = await caller.json(address);
    replies.unshift(...page.data);
    cursor = page.earlier_cursor;
  }
  return replies;
}

describe('a thread of a thousand replies', () => {
  const stage = onStage();
  let harbour: Customer;
  let ticket: Ticket;
  let replies: Reply[];

  before(async () => {
    const caller = await Caller.customer('harbour.view');
    const id = seededTicketId('riser-saga');
    ticket = await caller.json<Ticket>(`/api/customer/tickets/${id}`);
    replies = await wholeThread(caller, ticket);
    harbour = await stage.customer();
    await harbour.signIn('Harbour View Apartments');
    await harbour.openTicket(id);
    await harbour.thread.box.waitFor();
  });

  /** Whether what is shown are the newest replies in their order, none of them twice. */
  const assertShows = async (count: number) => {
    const texts = await harbour.thread.replies.allTextContents();
    const wanted = replies.slice(-count).map(({message}) => message);
    assert.equal(texts.length, wanted.length);
    wanted.forEach((message, index) => assert.ok(texts[index]?.includes(message), `${index}: ${texts[index]}`));
  };

  test('has them all, each once', () => {
    assert.ok(ticket.reply_count >= 1000, String(ticket.reply_count));
    assert.equal(replies.length, ticket.reply_count);
    assert.equal(new Set(replies.map(({id}) => id)).size, replies.length);
  });

  test('opens at its newest page, with the description above', async () => {
    await assertShows(20);
    assert.ok((await harbour.thread.messages.first().textContent())?.includes(words('thread.description')));
    assert.ok((await harbour.thread.description.textContent())?.includes(ticket.description));
  });

  test('leads to the earlier replies, page by page, and keeps its newest', async () => {
    for (const count of [40, 60, 80]) {
      await harbour.thread.earlier.click();
      await harbour.thread.reaches(count);
      await assertShows(count);
    }
  });

  test('does not move what is being read when the earlier replies come', async () => {
    const first = harbour.thread.replies.filter({hasText: replies.at(-80)!.message}).first();
    await harbour.thread.earlier.scrollIntoViewIfNeeded();
    const before = await steadyTop(first);
    await harbour.thread.earlier.click();
    await harbour.thread.reaches(100);
    const after = await steadyTop(first);
    assert.ok(Math.abs(after - before) < 4, `${before} px, and then ${after} px`);
  });
});

const steadyTop = (locator: Locator): Promise<number> =>
  locator.evaluate(element => (globalThis as unknown as PageScript).steadyTop(element));

interface PageScript {
  steadyTop(element: Element): Promise<number>;
}
