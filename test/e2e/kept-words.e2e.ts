import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import {Caller} from './support/caller.js';
import type {Customer} from './support/customer.js';
import {onStage} from './support/stage.js';
import {words} from './support/words.js';

const ticketId = seededTicketId('evening-slowdown');
const subject = 'Slow speeds in the evening';

describe('what a customer has written', () => {
  const stage = onStage();
  let lena: Customer;

  before(async () => {
    lena = await stage.customer();
    await lena.signIn('Léna Moreau');
    // The browser writes a line about each request that does not arrive.
    lena.witness.expect(/net::ERR_FAILED/);
  });

  const kept = () => lena.page.getByText(words('composer.kept'));
  const restored = () => lena.page.getByText(words('composer.restored'));
  const cutTheLine = () => lena.page.route('**/api/**', route => route.abort());
  const mendTheLine = () => lena.page.unroute('**/api/**');
  const waiting = () => lena.page.getByText(words('error.network'));

  const arrived = async (text: string): Promise<number> => {
    const {replies} = await (
      await Caller.customer('lena.moreau')
    ).json<{replies: {message: string}[]}>(`/api/customer/tickets/${ticketId}`);
    return replies.filter(({message}) => message === text).length;
  };

  test('is there again after a reload, which is said, and gone when it is discarded', async () => {
    await lena.openTicket(ticketId);
    await lena.thread.box.fill('Half a thought');
    await kept().waitFor();
    await lena.page.reload();
    await restored().waitFor();
    assert.equal(await lena.thread.box.inputValue(), 'Half a thought');
    await lena.page.getByRole('button', {name: words('pending.discard')}).click();
    await restored().waitFor({state: 'hidden'});
    await lena.page.reload();
    await lena.thread.box.waitFor();
    assert.equal(await lena.thread.box.inputValue(), '');
  });

  test('survives a tab that is killed in the middle of a word', async () => {
    const page = await lena.page.context().newPage();
    await page.goto(`/customer/tickets?ticket=${ticketId}`);
    const box = page.getByRole('textbox', {name: words('composer.label')});
    await box.pressSequentially('In the middle of a wo');
    await page.getByText(words('composer.kept')).waitFor();
    await page.close({runBeforeUnload: false});
    await lena.page.reload();
    await restored().waitFor();
    assert.equal(await lena.thread.box.inputValue(), 'In the middle of a wo');
    await lena.thread.box.fill('');
  });

  test('waits for the line, through a reload, and arrives once, with the time at which it was written', async () => {
    await cutTheLine();
    await lena.thread.reply('Written while the line was down');
    await waiting().waitFor();
    const waitedAt = Date.now();
    await lena.page.reload();
    await mendTheLine();
    await lena.thread.sent('Written while the line was down').waitFor();
    assert.equal(await arrived('Written while the line was down'), 1);
    const attempts = (await lena.witness.requests()).filter(({body}) => body.includes('while the line was down'));
    const [writtenAt, ...others] = new Set(
      attempts.map(({body}) => (JSON.parse(body) as {written_at: string}).written_at),
    );
    assert.equal(attempts.length > 1, true);
    assert.deepEqual(others, []);
    assert.equal(Date.parse(writtenAt!) < waitedAt, true);
  });

  test('stands in the list as what it is when it is a new ticket, through a reload, and arrives with its number', async () => {
    await lena.openSupport();
    await cutTheLine();
    await lena.list.newTicket.click();
    await lena.form.subject.fill('Dead since noon');
    await lena.form.description.fill('Not a single light.');
    await lena.form.createButton.click();
    await lena.page.getByRole('heading', {name: words('form.waiting')}).waitFor();
    await lena.page.reload();
    const unsent = lena.page.getByRole('list', {name: words('pending.tickets')}).getByRole('listitem');
    await unsent.filter({hasText: 'Dead since noon'}).waitFor();
    await mendTheLine();
    await lena.list.shows('Dead since noon', 'TKT-');
    await unsent.waitFor({state: 'hidden'});
  });

  test('is gone from the device when the customer signs out, and nobody else’s', async () => {
    await lena.openTicket(ticketId);
    await lena.thread.heading(subject).waitFor();
    await lena.thread.box.fill('For Léna’s eyes only');
    await kept().waitFor();
    await lena.goTo('Home');
    await lena.signOut();
    await lena.signIn('Harbour View Apartments');
    await lena.openSupport();
    assert.ok(!(await lena.everythingShown()).includes('For Léna’s eyes only'));
    await lena.goTo('Home');
    await lena.signOut();
    await lena.signIn('Léna Moreau');
    await lena.openTicket(ticketId);
    await lena.thread.heading(subject).waitFor();
    assert.equal(await lena.thread.box.inputValue(), '');
  });
});
