import {mkdtemp} from 'node:fs/promises';
import {join} from 'node:path';
import {startPortalServer, type PortalServer} from './server/portal-server.js';
import type {Customer} from './support/customer.js';
import {expect, test} from './support/fixtures.js';
import type {Visitors} from './support/visitors.js';

const ticket = {subject: 'Kept through a restart', description: 'Written before the server was stopped.'};

test.describe('A portal server that is stopped and started again', () => {
  test.describe.configure({mode: 'serial'});
  let server: PortalServer;
  let number: string;

  /** A new browser window: everything in it comes from the server. */
  const enter = async (visitors: Visitors): Promise<Customer> => {
    const customer = await visitors.customer({baseURL: server.url});
    await customer.signIn('Léna Moreau');
    await customer.openSupport();
    return customer;
  };

  let start: () => Promise<void>;

  test.beforeAll(async ({folder, databaseUrl}) => {
    const ownFolder = await mkdtemp(join(folder, 'restart-'));
    start = async () => {
      server = await startPortalServer({folder: ownFolder, databaseUrl});
    };
    await start();
  });
  test.afterAll(() => server.stop());

  test('still has a ticket and a reply from before the restart', async ({visitors}) => {
    const before = await enter(visitors);
    await before.list.newTicket.click();
    number = await before.form.create(ticket);
    await before.form.open();
    await before.thread.reply('And a reply.');
    await expect(before.list.row(number, '1 reply')).toBeVisible();
    await visitors.leave(before);

    await server.stop();
    await start();

    const after = await enter(visitors);
    await expect(after.list.row(number, ticket.subject, '1 reply')).toBeVisible();
    await after.list.ticket(ticket.subject).click();
    await expect(after.thread.replyBy('You', 'And a reply.')).toBeVisible();
    await expect(after.thread.description).toContainText(ticket.description);
    await visitors.leave(after);
  });

  test('gives the next ticket the next number', async ({visitors}) => {
    const customer = await enter(visitors);
    await customer.list.newTicket.click();
    const next = await customer.form.create({...ticket, subject: 'After the restart'});
    expect(Number(next.split('-')[2])).toBe(Number(number.split('-')[2]) + 1);
    await visitors.leave(customer);
  });
});
