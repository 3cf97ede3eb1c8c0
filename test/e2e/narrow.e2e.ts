import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import type {Customer} from './support/customer.js';
import {onStage} from './support/stage.js';

const subject = 'No signal at all in the garden house since the storm of last week';

describe('at 360 px, with a finger', () => {
  const stage = onStage();
  let lena: Customer;

  before(async () => {
    lena = await stage.customer({viewport: {width: 360, height: 740}, hasTouch: true, isMobile: true});
    await lena.signIn('Léna Moreau');
  });

  const assertFits = async () => {
    const width = await lena.page.evaluate(() => document.scrollingElement!.scrollWidth);
    assert.equal(width, 360);
  };

  test('every page of the portal fits', async () => {
    for (const name of ['Home', 'Usage', 'Billing'] as const) {
      await lena.goTo(name);
      await assertFits();
    }
  });

  test('Support is in the bar at the bottom', async () => {
    await lena.goTo('Home');
    await lena.menuItem('Support').tap();
    await lena.list.rows.first().waitFor();
    await assertFits();
    const bar = (await lena.menuItem('Support').boundingBox())!;
    assert.ok(bar.y > 740 - 100 && bar.y + bar.height <= 740, JSON.stringify(bar));
  });

  test('a ticket is opened and answered', async () => {
    await lena.list.newTicket.tap();
    await lena.form.subject.waitFor();
    await assertFits();
    const number = await lena.form.create({subject, description: 'It worked before.', priority: 'High'});
    await assertFits();
    await lena.form.openButton.tap();
    await lena.thread.heading(subject).waitFor();
    await lena.thread.box.fill('Anybody there?');
    await lena.thread.sendButton.tap();
    await lena.thread.replyBy('You', 'Anybody there?').waitFor();
    await assertFits();
    await lena.thread.back.tap();
    await lena.list.shows(number, '1 reply');
  });

  test('a whole row is the target, and the ticket takes the place of the list', async () => {
    const row = lena.list.row(subject);
    const {width, height} = (await row.boundingBox())!;
    await row.tap({position: {x: width - 8, y: height - 8}});
    await lena.thread.heading(subject).waitFor();
    assert.ok(!(await lena.list.newTicket.isVisible()));
    await assertFits();
  });

  test('long words and another script stay within the screen', async () => {
    for (const slug of ['long-words', 'night-drops', 'typed-markup']) {
      await lena.openTicket(seededTicketId(slug));
      await lena.thread.box.waitFor();
      await assertFits();
    }
  });
});
