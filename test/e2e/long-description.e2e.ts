import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {Caller} from './support/caller.js';
import type {Customer} from './support/customer.js';
import {onStage} from './support/stage.js';

const line = 'ping 203.0.113.9: 14 ms, 15 ms, 220 ms – “lost” <timeout> & back 😀\n';
const description = line.repeat(Math.ceil(1_000_000 / line.length)) + 'the last line';

describe('a description of a megabyte', () => {
  const stage = onStage();
  let lena: Customer;
  let number: string;

  before(async () => {
    lena = await stage.customer();
    await lena.signIn('Léna Moreau');
    await lena.openSupport();
  });

  test('goes through the form', async () => {
    await lena.list.newTicket.click();
    await lena.form.subject.fill('A night of measurements');
    await lena.form.pasteDescription(description);
    await lena.form.createButton.click();
    number = await lena.form.createdNumber();
    await lena.list.shows(number, 'A night of measurements');
  });

  test('is kept by the desk to the character', async () => {
    const caller = await Caller.customer('lena.moreau');
    const {data} = await caller.json<{data: {id: string; ticket_number: string}[]}>('/api/customer/tickets');
    const id = data.find(row => row.ticket_number === number)?.id;
    const ticket = await caller.json<{description: string}>(`/api/customer/tickets/${id}`);
    assert.equal(ticket.description.length, description.length);
    assert.ok(ticket.description === description);
  });

  test('is shown from its beginning, and to its end for those who ask for more', async () => {
    await lena.form.open();
    await lena.thread.showMore.waitFor();
    const shown = async () => ((await lena.thread.description.textContent()) ?? '').length;
    assert.ok((await shown()) < 10_000);
    while (await lena.thread.showMore.isVisible()) {
      const before = await shown();
      await lena.thread.showMore.click();
      assert.ok((await shown()) > before);
    }
    const paragraphs = await lena.thread.description.getByRole('paragraph').allTextContents();
    assert.ok(paragraphs.join('\n') === description);
  });
});
