import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import type {Customer} from './support/customer.js';
import {onStage} from './support/stage.js';
import type {Staff} from './support/staff.js';
import {words} from './support/words.js';

const subject = 'Both televisions freeze after nine';
const description = 'Since Sunday, every evening.\nThe router has been restarted twice.';
const secret = 'Splitter 7 again. The customer must not hear of it.';
const answer = 'We have found the fault in your street. Does it still freeze?';
const objection = 'Thank you, but it froze again last night.';

describe('a ticket, from its opening to its reopening', () => {
  const stage = onStage();
  let lena: Customer;
  let anna: Staff;
  let harbour: Customer;
  let number: string;
  let ticketId: string;
  let unread: number;

  before(async () => {
    [lena, anna, harbour] = await Promise.all([stage.customer(), stage.staff(), stage.customer()]);
    await anna.signIn('Anna (Support)');
  });

  test('a customer signs in, and finds their tickets under Support', async () => {
    await lena.signIn('Léna Moreau');
    await lena.openSupport();
    assert.equal(new URL(lena.page.url()).pathname, '/customer/tickets');
    unread = await lena.unread();
  });

  test('a new ticket gets a number, which is shown, and read out with the focus on it', async () => {
    await lena.list.newTicket.click();
    number = await lena.form.create({subject, description, category: 'Slow speed', priority: 'High'});
    assert.match(number, new RegExp(`^TKT-${new Date().getUTCFullYear()}-\\d+$`));
    assert.equal(await lena.form.heading(number).evaluate(heading => heading.matches(':focus')), true);
    await lena.form.said(words('form.created.next')).waitFor({state: 'attached'});
  });

  test('it stands at the top of the list, open', async () => {
    const top = await lena.list.rows.first().innerText();
    for (const words of [subject, number, 'Open', 'High']) assert.ok(top.includes(words), top);
  });

  test('it opens as a thread, with the description as it was written at its top', async () => {
    await lena.form.open();
    await lena.thread.heading(subject).waitFor();
    ticketId = new URL(lena.page.url()).searchParams.get('ticket') ?? '';
    assert.ok((await lena.thread.messages.first().innerText()).includes(description));
    await lena.thread.turn('open').waitFor();
  });

  test('an internal note changes nothing for the customer', async () => {
    await anna.openTicket(number);
    await anna.note(secret);
    await anna.entry(secret).getByText('Internal note').waitFor();
    await lena.goTo('Usage');
    await lena.showsUnread(unread);
    await lena.goTo('Home');
    await lena.showsUnread(unread);
    assert.equal(await lena.bannerLink(number, subject).count(), 0);
  });

  test('a public reply is on the banner and beside Support on the next page of the portal', async () => {
    await anna.reply(answer);
    await lena.page.reload();
    await lena.bannerLink(number, subject).waitFor();
    await lena.showsUnread(unread + 1);
  });

  test('the banner leads straight to the reply, which is unread no longer', async () => {
    await lena.bannerLink(number, subject).click();
    await lena.thread.replyBy('Anna (Support)', answer).waitFor();
    assert.equal(new URL(lena.page.url()).searchParams.get('ticket'), ticketId);
    await lena.bannerLink(number, subject).waitFor({state: 'detached'});
    await lena.showsUnread(unread);
  });

  test('the customer never gets the note: not in a page, and not in an answer', async () => {
    await lena.page.reload();
    await lena.thread.replyBy('Anna (Support)', answer).waitFor();
    assert.equal(await lena.thread.messages.count(), 2);
    assert.ok((await lena.everythingShown()).includes(answer));
    assert.ok(!(await lena.everythingShown()).includes(secret));
    const sent = await lena.everythingSent();
    assert.ok(sent.includes(answer));
    assert.ok(!sent.includes(secret));
  });

  test('once staff have resolved it, the customer is told that a reply opens it again', async () => {
    await anna.setStatus('Resolved');
    await lena.page.reload();
    await lena.thread.turn('resolved').waitFor();
    await lena.thread.reopensHint.waitFor();
    await lena.list.shows(number, 'Resolved');
  });

  test('the reply is in the thread, and the ticket is open again, there and in the list', async () => {
    await lena.thread.reply(objection);
    await lena.thread.replyBy('You', objection).waitFor();
    await lena.thread.turn('open').waitFor();
    await lena.thread.reopensHint.waitFor({state: 'detached'});
    await lena.list.shows(number, 'Open', '2 replies');
    await lena.page.reload();
    await lena.thread.replyBy('You', objection).waitFor();
    await lena.thread.turn('open').waitFor();
  });

  test('staff see it open, with the reply and their note', async () => {
    await anna.openTicket(number);
    assert.equal(await anna.status(), 'Open');
    await anna.entry(objection).waitFor();
    await anna.entry(secret).waitFor();
  });

  test('another subscriber sees none of it', async () => {
    await harbour.signIn('Harbour View Apartments');
    await harbour.openSupport();
    const seen = (await harbour.everythingShown()) + (await harbour.everythingSent());
    for (const words of [subject, number, ticketId, answer, secret]) assert.ok(!seen.includes(words), words);
  });

  test('another subscriber who asks for it is told that there is no such ticket', async () => {
    harbour.witness.expect(new RegExp(`404 \\(Not Found\\).*/api/customer/tickets/${ticketId}`));
    await harbour.openTicket(ticketId);
    await harbour.thread.missing.waitFor();
    const seen = (await harbour.everythingShown()) + (await harbour.everythingSent());
    for (const words of [subject, number, answer, secret]) assert.ok(!seen.includes(words), words);
  });
});
