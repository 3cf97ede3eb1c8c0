import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {Caller} from './support/caller.js';
import {onStage} from './support/stage.js';
import type {Staff} from './support/staff.js';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const writtenAt = ago(180);

describe('a text that was written long before it arrived', () => {
  const stage = onStage();
  let anna: Staff;

  before(async () => {
    anna = await stage.staff();
    await anna.signIn('Anna (Support)');
    const lena = await Caller.customer('lena.moreau');
    const post = <Made>(path: string, body: object) =>
      lena.json<Made>(`/api/customer/tickets${path}`, {method: 'POST', body});
    const {id, ticket_number} = await post<{id: string; ticket_number: string}>('', {
      subject: 'The line is back',
      description: 'It was down when this was written.',
      written_at: writtenAt,
    });
    await post(`/${id}/replies`, {message: 'One that was kept for an hour.', written_at: ago(60)});
    await post(`/${id}/replies`, {message: 'One that went straight through.', written_at: ago(0.1)});
    await anna.openTicket(ticket_number);
  });

  test('shows staff both times', async () => {
    const description = anna.entry('It was down when this was written.');
    const times = await description.getByRole('time').evaluateAll(all => all.map(one => one.getAttribute('datetime')));
    assert.equal(times.length, 2);
    assert.equal(times[1], writtenAt);
    assert.match(await description.innerText(), /^written \d/m);
    await anna.entry('One that was kept for an hour.').getByText('written').waitFor();
  });

  test('shows only one where it took no time', async () => {
    const prompt = anna.entry('One that went straight through.');
    await prompt.waitFor();
    assert.equal(await prompt.getByRole('time').count(), 1);
  });
});
