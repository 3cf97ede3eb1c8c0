import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import type {Customer} from './support/customer.js';
import {onStage} from './support/stage.js';
import {words} from './support/words.js';

const subject = 'Red LOS light on the fibre box, no internet at all';

describe('in other surroundings', () => {
  const stage = onStage();
  let lena: Customer;

  before(async () => {
    lena = await stage.customer();
    await lena.signIn('Léna Moreau');
  });

  test('list, thread and form on a bare page work together, and ask for one token', async () => {
    const asked = async () => (await lena.witness.requests()).filter(({url}) => url.endsWith('/portal/token')).length;
    const before = await asked();
    await lena.page.goto('/hosts/plain.html');
    await lena.list.ticket(subject).click();
    await lena.thread.heading(subject).waitFor();
    const number = await lena.form.create({subject: 'From a bare page', description: 'Three elements.'});
    await lena.thread.heading('From a bare page').waitFor();
    assert.ok((await lena.list.rows.first().innerText()).includes(number));
    assert.equal(await asked(), before + 1);
  });

  test('an aggressive style sheet does not reach into the elements', async () => {
    await lena.page.goto('/hosts/hostile.html');
    const ticket = lena.list.ticket(subject);
    const inside = await ticket.evaluate(looksOf);
    const outside = await lena.page.getByRole('heading', {level: 1}).evaluate(looksOf);
    assert.deepEqual(inside, {textTransform: 'none', letterSpacing: 'normal'});
    assert.notDeepEqual(outside, inside);
    await ticket.click();
    await lena.thread.box.waitFor();
  });

  test('in an app’s webview the reply box stays at the lower edge of the screen', async () => {
    await lena.page.setViewportSize({width: 390, height: 760});
    await lena.page.goto(`/hosts/webview.html#ticket=${seededTicketId('line-drops')}`);
    await lena.thread.earlier.waitFor();
    await lena.thread.earlier.scrollIntoViewIfNeeded();
    const send = (await lena.page.getByRole('button', {name: words('composer.send'), exact: true}).boundingBox())!;
    assert.ok(send.y + send.height <= 760, JSON.stringify(send));
  });
});

const looksOf = (element: Element) => {
  const {textTransform, letterSpacing} = getComputedStyle(element);
  return {textTransform, letterSpacing};
};
