import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {AxeResults} from 'axe-core';
import type {ApiClient} from './support/api-client.js';
import {expect, test} from './support/fixtures.js';

const api = '/api/customer/tickets';
const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Ticket {
  readonly id: string;
  readonly ticket_number: string;
  readonly status: string;
  readonly replies: readonly {readonly message: string}[];
}

test.describe('At the staff page', () => {
  let me: ApiClient;
  let ticket: Ticket;

  const create = (subject: string) =>
    me.json<Ticket>(api, {method: 'POST', body: {subject, description: 'Since this morning.'}});
  const read = () => me.json<Ticket>(`${api}/${ticket.id}`);
  const writeAsCustomer = (message: string) =>
    me.json(`${api}/${ticket.id}/replies`, {method: 'POST', body: {message}});

  test.beforeEach(async ({api: signIn, staff}) => {
    me = await signIn.customer('lena.moreau');
    ticket = await create('Smell of burning');
    await staff.signIn('Anna (Support)');
    await staff.openTicket(ticket.ticket_number);
  });

  test('a reply that sets Resolved is one request, and the customer sees both at the next refresh', async ({
    staff,
    customer,
  }) => {
    await customer.signIn('Léna Moreau');
    await customer.openTicket(ticket.id);
    await expect(customer.thread.statusSentence('open')).toBeVisible();
    const writes: string[] = [];
    staff.page.on('request', request => {
      if (request.method() !== 'GET') writes.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });

    await staff.replyAndSet('The splitter is replaced.', 'Resolved');
    await customer.page.evaluate(() => document.querySelector('isp-support')!.refresh());
    await expect(customer.thread.replyBy('Anna (Support)', 'The splitter is replaced.')).toBeVisible();
    await expect(customer.thread.statusSentence('resolved')).toBeVisible();
    await expect(customer.list.row(ticket.ticket_number, 'Resolved')).toBeVisible();
    expect(writes).toEqual([`POST /staff/tickets/${ticket.id}/replies`]);
  });

  test('a reply without a status keeps it, and then it is the customer’s turn', async ({staff}) => {
    await expect(staff.row(ticket.ticket_number).getByText('Your turn')).toBeVisible();
    await staff.reply('Which lights are on?');
    await expect(staff.row(ticket.ticket_number).getByText('Customer’s turn')).toBeVisible();
    expect((await read()).status).toBe('open');
  });

  test('drafts of a reply and of a note survive a reload with the status, and the list marks them', async ({staff}) => {
    await staff.replyBox.fill('Half a thought');
    await staff.page.getByRole('combobox', {name: 'Then set'}).selectOption({label: 'Closed'});
    await staff.noteBox.fill('Half a note');
    await staff.page.reload();
    await expect(staff.replyBox).toHaveValue('Half a thought');
    await expect(staff.noteBox).toHaveValue('Half a note');
    await expect(staff.page.getByRole('button', {name: 'Send and close'})).toBeVisible();
    await expect(staff.row(ticket.ticket_number).getByText('Draft')).toBeVisible();
    await staff.page.getByRole('button', {name: 'Send and close'}).click();
    await expect(staff.entry('Half a thought')).toBeVisible();
    await staff.page.reload();
    await expect(staff.replyBox).toHaveValue('');
    await expect(staff.noteBox).toHaveValue('Half a note');
    expect((await read()).status).toBe('closed');
  });

  test('Ctrl+Enter adds a note from the box for notes, and sends a reply from the box for replies', async ({staff}) => {
    await staff.replyBox.fill('For the customer');
    await staff.noteBox.fill('Between us');
    await staff.noteBox.press('Control+Enter');
    await expect(staff.entry('Between us').getByText('Internal note')).toBeVisible();
    await expect(staff.replyBox).toHaveValue('For the customer');
    expect((await read()).replies).toEqual([]);
    await staff.replyBox.press('Control+Enter');
    await expect(staff.entry('For the customer')).toBeVisible();
    expect((await read()).replies.map(({message}) => message)).toEqual(['For the customer']);
  });

  test('a reply whose response is lost is not sent twice when the agent sends it again after a reload', async ({
    staff,
    visitors,
  }) => {
    visitors.monitorOf(staff).allow(/net::ERR_FAILED/);
    await staff.page.route('**/replies', async route => {
      await route.fetch();
      await route.abort();
    });
    await staff.replyBox.fill('Only once');
    await staff.page.getByRole('button', {name: 'Send reply'}).click();
    await expect(staff.page.getByRole('alert')).toHaveText('The desk cannot be reached.');
    await staff.page.unroute('**/replies');
    await staff.page.reload();
    await expect(staff.replyBox).toHaveValue('Only once');
    await staff.page.getByRole('button', {name: 'Send reply'}).click();
    await expect(staff.replyBox).toHaveValue('');
    expect((await read()).replies).toHaveLength(1);
  });

  test('a new reply of the customer appears without a reload, and what the agent writes stays', async ({staff}) => {
    await staff.replyBox.fill('I am writing');
    await writeAsCustomer('One more thing: it smells burnt.');
    await expect(staff.entry('One more thing: it smells burnt.')).toBeVisible();
    await expect(staff.replyBox).toHaveValue('I am writing');
    await expect(staff.row(ticket.ticket_number).getByText('Customer wrote')).toBeVisible();
  });

  test('a new reply leaves the box in which the agent is writing in its place, also on a phone', async ({staff}) => {
    await staff.page.setViewportSize({width: 360, height: 740});
    await staff.replyBox.pressSequentially('I am wri');
    const top = async () => (await staff.replyBox.boundingBox())?.y;
    const before = await top();
    await writeAsCustomer('One more thing:\n\nit smells burnt.');
    await expect(staff.entry('One more thing:')).toBeVisible();
    expect(await top()).toBeCloseTo(before!, 0);
    await expect(staff.page.getByRole('status').filter({hasText: 'New message from Léna Moreau'})).toBeAttached();
  });

  test('the first list has the tickets that wait, longest wait first, and arrow keys move in it', async ({staff}) => {
    const later = await create('Later than the other');
    await staff.page.goto('/staff?ticket=' + ticket.id);
    await expect(staff.row(later.ticket_number)).toBeVisible();
    const numbers = await staff.row('TKT-').locator('.number').allInnerTexts();
    expect(numbers.indexOf(later.ticket_number)).toBeGreaterThan(numbers.indexOf(ticket.ticket_number));
    await staff.row(ticket.ticket_number).getByRole('link').focus();
    await staff.page.keyboard.press('ArrowDown');
    await expect(staff.row(numbers[numbers.indexOf(ticket.ticket_number) + 1]!).getByRole('link')).toBeFocused();
    await staff.page.keyboard.press('k');
    await expect(staff.row(ticket.ticket_number).getByRole('link')).toBeFocused();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`list and ticket at 360, 768 and 1280 px in ${colorScheme} pass axe and do not overflow`, async ({staff}) => {
      const {page} = staff;
      const check = async () => {
        await page.evaluate(await readFile(axeSource, 'utf8'));
        const {violations} = await page.evaluate<AxeResults>('axe.run(document)');
        expect(violations.map(({id, nodes}) => [id, ...nodes.map(({html}) => html)])).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      };
      await page.emulateMedia({colorScheme});
      await staff.note('Between us');
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({width, height: 740});
        await page.goto(`/staff?ticket=${ticket.id}`);
        await staff.entry('Between us').waitFor();
        await check();
        await page.goto('/staff?show=all');
        await staff.row(ticket.ticket_number).waitFor();
        await check();
      }
    });
  }
});
