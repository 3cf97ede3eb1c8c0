import {expect, test} from './support/fixtures.js';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const writtenAt = minutesAgo(180);

test.describe('In the staff page, a text', () => {
  let number: string;

  test.beforeAll(async ({api}) => {
    const client = await api.customer('lena.moreau');
    const post = <Created>(path: string, body: object) =>
      client.json<Created>(`/api/customer/tickets${path}`, {method: 'POST', body});
    const {id, ticket_number} = await post<{id: string; ticket_number: string}>('', {
      subject: 'The line is back',
      description: 'It was down when this was written.',
      written_at: writtenAt,
    });
    await post(`/${id}/replies`, {message: 'Delayed by an hour.', written_at: minutesAgo(60)});
    await post(`/${id}/replies`, {message: 'Delivered at once.', written_at: minutesAgo(0.1)});
    number = ticket_number;
  });

  test.beforeEach(async ({staff}) => {
    await staff.signIn('Anna (Support)');
    await staff.openTicket(number);
  });

  test('that arrived long after it was written, shows both times', async ({staff}) => {
    const description = staff.entry('It was down when this was written.');
    const times = await description
      .getByRole('time')
      .evaluateAll(elements => elements.map(element => element.getAttribute('datetime')));
    expect(times).toHaveLength(2);
    expect(times[1]).toBe(writtenAt);
    expect(await description.innerText()).toMatch(/^written \d/m);
    await expect(staff.entry('Delayed by an hour.').getByText('written')).toBeVisible();
  });

  test('that arrived at once, shows one time', async ({staff}) => {
    await expect(staff.entry('Delivered at once.').getByRole('time')).toHaveCount(1);
  });
});
