import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import type {Customer} from './support/customer.js';
import {tabTo, tabToAndPress, tabToAndType} from './support/keyboard.js';
import {onStage} from './support/stage.js';
import {words} from './support/words.js';

const subject = 'The router hums, and then the line is gone';

describe('without a mouse', () => {
  const stage = onStage();
  let lena: Customer;
  let number: string;

  before(async () => {
    lena = await stage.customer();
    await lena.page.goto('/');
  });

  test('a customer signs in and gets to Support', async () => {
    await tabToAndPress(lena.card('Léna Moreau'));
    await lena.page.waitForURL('**/customer');
    await tabToAndPress(lena.menuItem('Support'));
    await lena.list.rows.first().waitFor();
  });

  test('a customer fills in the form, and hears what is missing first', async () => {
    await tabToAndPress(lena.list.newTicket);
    await tabToAndPress(lena.form.createButton);
    await lena.form.said(words('form.required')).waitFor({state: 'attached'});
    assert.ok(await lena.form.subject.evaluate(field => field.matches(':focus')));

    await lena.page.keyboard.type(subject);
    await tabTo(lena.form.category);
    await lena.page.keyboard.press('w');
    assert.equal(await lena.form.category.inputValue(), 'wifi');
    await tabToAndPress(lena.form.priority('Normal'), 'ArrowRight');
    assert.ok(await lena.form.priority('High').isChecked());
    await tabToAndType(lena.form.description, 'Since noon.');
    await lena.page.keyboard.press('Enter');
    await lena.page.keyboard.type('The red light is on.');
  });

  test('a customer sends the form, and opens the ticket', async () => {
    await tabToAndPress(lena.form.createButton);
    number = await lena.form.createdNumber();
    await tabToAndPress(lena.form.openButton);
    await lena.thread.heading(subject).waitFor();
    assert.ok((await lena.thread.description.innerText()).includes('Since noon.\nThe red light is on.'));
  });

  test('a customer replies', async () => {
    await tabToAndType(lena.thread.box, 'It works again.');
    await tabToAndPress(lena.thread.sendButton);
    await lena.thread.replyBy('You', 'It works again.').waitFor();
    await lena.thread.said(words('composer.sent')).waitFor({state: 'attached'});
    await lena.list.shows(number, '1 reply');
  });

  test('a customer comes back to the box after a reply, and sends the next with Ctrl and Enter', async () => {
    await tabToAndType(lena.thread.box, 'No, it does not.');
    await lena.page.keyboard.press('Control+Enter');
    await lena.thread.replyBy('You', 'No, it does not.').waitFor();
    await lena.list.shows(number, '2 replies');
  });
});
