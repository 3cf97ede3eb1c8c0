import * as faultKinds from '../../demo/desk/fault-kinds.js';
import type {Customer, VisitOptions} from './customer.js';

/** Does something, and reports what it caused. */
export type Step = (name: string, action: () => Promise<unknown>) => Promise<void>;

/** What a customer does in one visit, in measured steps. */
export interface Visit {
  readonly options?: VisitOptions;
  readonly run: (customer: Customer, step: Step) => Promise<void>;
}

const support = '/customer/tickets';
const read = 'Flat 911: 90 Mbps instead of 500 by cable';
const unread = 'Wi-Fi does not reach the back bedroom';
const long = 'Connection drops for a few seconds, many times a day';

/** Longer than the half second after a key press in which a layout shift does not count. */
const slow = 800;

/** Long enough for what is shown during a request to be painted. */
const visible = 100;

function slowDown({portal}: Customer, path: string, milliseconds = slow): void {
  portal.faults.set({path, times: Infinity}, faultKinds.latency(milliseconds));
}

/** No request reaches the server. */
function fail({portal}: Customer, milliseconds: number): void {
  portal.faults.clear();
  portal.faults.set({times: Infinity}, faultKinds.latency(milliseconds));
  portal.faults.set({times: Infinity}, faultKinds.dropRequest);
}

async function openSupport({page, rows}: Customer): Promise<void> {
  await page.goto(support);
  await rows.first().waitFor();
}

/**
 * Opens the Support tab without the choice of a language that only the demo has below it: at the end of the page, it
 * moves with the end of the tab.
 */
async function openSupportAlone(customer: Customer): Promise<void> {
  await openSupport(customer);
  await customer.page.locator('.language').evaluate(element => element.remove());
}

async function openTicket(customer: Customer, subject: string): Promise<void> {
  await customer.ticket(subject).press('Enter');
  await customer.heading(subject).waitFor();
}

/** Goes back to the list, where it is not beside the ticket. */
async function backToList(customer: Customer): Promise<void> {
  const back = customer.button('thread.back');
  if (await back.isVisible()) await back.press('Enter');
  await customer.rows.first().waitFor();
}

async function send(customer: Customer, text: string): Promise<void> {
  await customer.sendButton.press('Enter');
  await customer.message(text).waitFor();
}

/** Stops the clock of the page, so that time passes only in `passTime`. */
async function stopClock({page}: Customer): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
}

/** Lets seconds pass at once for the page, with all requests that it makes in them, or fewer if a condition is met. */
async function passTime(customer: Customer, seconds: number, isDone = async () => false): Promise<void> {
  for (let second = 0; second < seconds && !(await isDone()); second++) {
    await customer.page.clock.runFor(1000);
    await customer.settle(2);
  }
}

const reading: Visit = {
  async run(customer, step) {
    await step('open the tab', () => openSupport(customer));
    await step('open a ticket', () => openTicket(customer, read));
  },
};

const slowReading: Visit = {
  async run(customer, step) {
    // In this order, each after the one before is painted.
    slowDown(customer, '/customer/tickets', 500);
    slowDown(customer, '/customer/ticket-updates', 750);
    slowDown(customer, '/customer/ticket-config', 1000);
    slowDown(customer, '/customer/tickets/**');
    await step('open the tab, slow', () => openSupport(customer));
    await step('open the tab again, slow', () => openSupport(customer));
    await step('open a ticket, slow', () => openTicket(customer, read));
    await backToList(customer);
    await step('open a ticket with unread replies, slow', () => openTicket(customer, unread));
    await customer.page.goto(`${support}?ticket=${(await customer.portal.readTicket(long)).id}`);
    await customer.earlierButton.waitFor();
    await step('show earlier replies, slow', async () => {
      await customer.earlierButton.press('Enter');
      await customer.page.waitForResponse(/tickets\/.*cursor/);
    });
  },
};

const replying: Visit = {
  options: {hasClock: true},
  async run(customer, step) {
    const {page, portal} = customer;
    await openSupportAlone(customer);
    await openTicket(customer, read);
    slowDown(customer, '/customer/tickets/*/replies');
    await customer.replyBox.fill('Is there any news?');
    await step('send a reply, slow', async () => {
      const response = page.waitForResponse(/\/replies$/);
      await send(customer, 'Is there any news?');
      await response;
    });
    await stopClock(customer);
    await step('a new reply arrives', async () => {
      const message = customer.message('It is repaired');
      const {id} = await portal.readTicket(read);
      await portal.staff.reply(id, 'It is repaired: please measure again.', 'Karim (Network)');
      // The page has an event stream, or asks every minute.
      await passTime(customer, 90, () => message.isVisible());
      await message.waitFor();
    });
    await step('go offline, and online again', async () => {
      for (const isOffline of [true, false]) {
        await page.context().setOffline(isOffline);
        await passTime(customer, 5);
      }
    });
  },
};

const outage: Visit = {
  options: {hasClock: true},
  async run(customer, step) {
    const {page, portal} = customer;
    const text = 'It came again.';
    const isDelivered = async (): Promise<boolean> => (await portal.readTicket(read)).lastReply?.message === text;
    await openSupportAlone(customer);
    await openTicket(customer, read);
    await customer.replyBox.fill(text);
    await customer.settle();
    await stopClock(customer);
    fail(customer, slow);
    portal.endStreams();
    await step('send a reply in an outage, slow', async () => {
      await send(customer, text);
      await customer.settle();
      await page.clock.runFor(100);
    });
    fail(customer, visible);
    await step('an outage of a minute, with a reply that waits', async () => {
      await passTime(customer, 60);
      portal.faults.clear();
      slowDown(customer, '/**', visible);
      // The interval between two attempts is a minute at most.
      await passTime(customer, 70, isDelivered);
      await passTime(customer, 1);
    });
  },
};

const creating: Visit = {
  async run(customer, step) {
    slowDown(customer, '/customer/ticket-config', 1500);
    await openSupportAlone(customer);
    await step('open the form, slow', async () => {
      await customer.button('list.new').press('Enter');
      await customer.textbox('form.subject').waitFor();
    });
    await step('create a ticket without a text', () => customer.button('form.create').press('Enter'));
    await customer.textbox('form.subject').fill('Slow speeds in the evening');
    await customer.textbox('form.description').fill('2 Mbps at 21:00 from a laptop with a cable.');
    slowDown(customer, '/customer/tickets');
    await step('create a ticket, slow', async () => {
      await customer.button('form.create').press('Enter');
      await customer.confirmation.waitFor();
    });
  },
};

const banner: Visit = {
  async run(customer, step) {
    const {page} = customer;
    const openUsage = async (): Promise<void> => {
      await page.goto('/customer/usage');
      await page.locator('isp-reply-banner').getByRole('link').first().waitFor();
    };
    await step('the banner on another page', openUsage);
    slowDown(customer, '/customer/ticket-updates');
    await step('the banner on another page, slow', openUsage);
  },
};

/** The tasks of the Support tab. */
export const visits: readonly Visit[] = [reading, slowReading, replying, outage, creating, banner];
