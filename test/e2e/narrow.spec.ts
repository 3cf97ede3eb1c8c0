import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import type {Customer} from './support/customer.js';
import {expect, test} from './support/fixtures.js';

test.use({viewport: {width: 360, height: 740}, hasTouch: true, isMobile: true});

test.describe('On a touch screen of 360 px', () => {
  test.beforeEach(({customer}) => customer.signIn('Léna Moreau'));

  const expectNoOverflow = async ({page}: Customer) => {
    expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(360);
  };

  test('every page of the portal fits the width', async ({customer}) => {
    for (const name of ['Home', 'Usage', 'Billing'] as const) {
      await customer.goTo(name);
      await expectNoOverflow(customer);
    }
  });

  test('the bar at the bottom of the screen leads to Support', async ({customer}) => {
    await customer.goTo('Home');
    await customer.menuItem('Support').tap();
    await expect(customer.list.rows.first()).toBeVisible();
    await expectNoOverflow(customer);
    const bar = (await customer.menuItem('Support').boundingBox())!;
    expect(bar.y).toBeGreaterThan(740 - 100);
    expect(bar.y + bar.height).toBeLessThanOrEqual(740);
  });

  test('a customer opens a ticket, replies to it and goes back to the list', async ({customer}) => {
    const {list, thread, form} = customer;
    const subject = 'No signal at all in the garden house since the storm of last week';
    await customer.openSupport();
    await list.newTicket.tap();
    await expect(form.subject).toBeVisible();
    await expectNoOverflow(customer);
    const number = await form.create({subject, description: 'It worked before.', priority: 'High'});
    await expectNoOverflow(customer);
    await form.openButton.tap();
    await expect(thread.heading(subject)).toBeVisible();
    await thread.replyBox.fill('Is there any news?');
    await thread.sendButton.tap();
    await expect(thread.replyBy('You', 'Is there any news?')).toBeVisible();
    await expectNoOverflow(customer);
    await thread.back.tap();
    await expect(list.row(number, '1 reply')).toBeVisible();
  });

  test('a tap at the corner of a row opens its ticket in place of the list', async ({customer}) => {
    const {list, thread} = customer;
    const subject = 'Slow speeds in the evening';
    await customer.openSupport();
    const row = list.row(subject);
    const {width, height} = (await row.boundingBox())!;
    await row.tap({position: {x: width - 8, y: height - 8}});
    await expect(thread.heading(subject)).toBeVisible();
    await expect(list.newTicket).toBeHidden();
    await expectNoOverflow(customer);
  });

  test('tickets with long words or in another script fit the width', async ({customer}) => {
    for (const slug of ['long-words', 'night-drops', 'typed-markup']) {
      await customer.openTicket(seededTicketId(slug));
      await expect(customer.thread.replyBox).toBeVisible();
      await expectNoOverflow(customer);
    }
  });
});
