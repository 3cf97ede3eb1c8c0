import assert from 'node:assert/strict';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {startServer} from './runner/server.js';
import type {Customer} from './support/customer.js';
import {onStage, type Stage} from './support/stage.js';

const ticket = {subject: 'Kept through a restart', description: 'Written before the server was stopped.'};

describe('what was written before the server was stopped', () => {
  const databaseUrl = process.env['DATABASE_URL'];
  let folder: string;
  let server: Awaited<ReturnType<typeof startServer>>;
  const stage: Stage = onStage();
  let number: string;

  /** Another browser: what is there comes from the server. */
  const enter = async (): Promise<Customer> => {
    const lena = await stage.customer({baseURL: server.url});
    await lena.signIn('Léna Moreau');
    await lena.openSupport();
    return lena;
  };

  before(async () => {
    // Within the folder of this run, which goes when it ends.
    folder = await mkdtemp(join(process.env['E2E_FOLDER'] ?? tmpdir(), 'kept-'));
    server = await startServer({folder, databaseUrl});
  });
  after(() => server.stop());

  test('is there when it is started again', async () => {
    const lena = await enter();
    await lena.list.newTicket.click();
    number = await lena.form.create(ticket);
    await lena.form.open();
    await lena.thread.reply('And a reply.');
    await lena.list.shows(number, '1 reply');
    await stage.leave();

    await server.stop();
    server = await startServer({folder, databaseUrl});

    const again = await enter();
    await again.list.shows(number, ticket.subject, '1 reply');
    await again.list.ticket(ticket.subject).click();
    await again.thread.replyBy('You', 'And a reply.').waitFor();
    assert.ok((await again.thread.description.innerText()).includes(ticket.description));
  });

  test('is one more ticket, and the next takes the next number', async () => {
    const lena = await enter();
    await lena.list.newTicket.click();
    const next = await lena.form.create({...ticket, subject: 'After the restart'});
    assert.equal(Number(next.split('-')[2]), Number(number.split('-')[2]) + 1);
  });
});
