import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {Caller} from './support/caller.js';
import type {Customer} from './support/customer.js';
import {onStage} from './support/stage.js';

interface Page {
  readonly data: readonly {readonly id: string; readonly ticket_number: string; readonly created_at: string}[];
  readonly next_cursor: string | null;
}

/** The whole list, page by page, as the desk gives it out. */
async function wholeList(): Promise<Page['data']> {
  const caller = await Caller.customer('harbour.view');
  const rows = [];
  for (let address = '/api/customer/tickets?limit=100'; ;) {
    const {data, next_cursor} = await caller.json<Page>(address);
    rows.push(...data);
    if (next_cursor === null) return rows;
    address = `/api/customer/tickets?limit=100&cursor=${next_cursor}`;
  }
}

describe('a subscriber with two thousand tickets', () => {
  const stage = onStage();
  let harbour: Customer;
  let rows: Page['data'];

  before(async () => {
    harbour = await stage.customer();
    await harbour.signIn('Harbour View Apartments');
    rows = await wholeList();
    await harbour.openSupport();
  });

  /** Whether the first rows are the newest tickets in their order, none of them twice. */
  const assertShows = async (count: number) => {
    const texts = await harbour.list.rows.allTextContents();
    assert.deepEqual(
      texts.map(text => /TKT-\d+-\d+/.exec(text)?.[0]),
      rows.slice(0, count).map(row => row.ticket_number),
    );
  };

  test('has each of them once in the list, the newest first', () => {
    assert.ok(rows.length >= 2000, String(rows.length));
    assert.equal(new Set(rows.map(({id}) => id)).size, rows.length);
    const times = rows.map(({created_at}) => created_at);
    assert.deepEqual(times, [...times].sort().reverse());
  });

  test('begins with the newest page', async () => {
    await assertShows(20);
  });

  test('gets the next pages by scrolling to the end', async () => {
    for (const count of [40, 60]) {
      await harbour.page.keyboard.press('End');
      await harbour.list.reaches(count);
      await assertShows(count);
    }
  });

  test('gets the next pages by the button, without a scroll', async () => {
    for (const count of [80, 100]) {
      await harbour.list.more.press('Enter');
      await harbour.list.reaches(count);
      await assertShows(count);
    }
  });

  test('is told how many tickets there are to see now', async () => {
    await harbour.list.announced(100).waitFor({state: 'attached'});
  });

  test('opens one of them from far down, and comes back to its row', async () => {
    const {ticket_number: number} = rows[90]!;
    const row = harbour.list.row(number);
    await row.getByRole('link').click();
    await harbour.thread.box.waitFor();
    await harbour.page.goBack();
    await harbour.list.focused(number).waitFor();
  });
});
