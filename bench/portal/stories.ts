import type {Locator} from 'playwright-core';

import type {Customer} from './customer.js';
import {isInView, type Hands} from './hands.js';

/** What a customer wants from the Support tab, from its list to the proof on the screen. */
export interface Story {
  readonly name: string;
  readonly run: (customer: Customer, hands: Hands) => Promise<void>;
}

interface Answer {
  /** The key of the button that gives the answer in one press, in a build that has it. */
  readonly key: string;
  /** What the customer writes in any other. */
  readonly text: string;
}

/** Opens a ticket that may be far down the list, with the search if the build has one. */
async function openTicket(customer: Customer, hands: Hands, subject: string, query: string): Promise<void> {
  const row = customer.ticket(subject);
  if (!(await isInView(row))) {
    if (await customer.search.isVisible()) await hands.type(customer.search, query);
    else await hands.find(row, customer.button('list.more'));
  }
  await row.waitFor();
  await customer.settle();
  await hands.press(row);
  await customer.heading(subject).waitFor();
  await customer.settle();
}

/** Sends an answer, and looks at it in the thread. Returns what the desk then has of the ticket. */
async function answer(customer: Customer, hands: Hands, subject: string, {key, text}: Answer) {
  const {portal, replyBox, sendButton} = customer;
  const {lastReply: earlier} = await portal.readTicket(subject);
  const isSent = async (): Promise<boolean> => (await portal.readTicket(subject)).lastReply?.id !== earlier?.id;

  const answerButton = customer.button(key);
  if (await answerButton.isVisible()) await hands.press(answerButton);
  else if (!(await isInView(replyBox))) await pressIfInView(hands, customer.button('thread.reply'));
  await customer.settle();
  if (!(await isSent())) {
    if (!(await replyBox.inputValue())) await hands.type(replyBox, text);
    await hands.press(sendButton);
    await customer.settle();
  }
  const ticket = await portal.readTicket(subject);
  if (ticket.lastReply?.authorKind !== 'customer') throw new Error(`Not sent to “${subject}”.`);
  await hands.see(customer.message(ticket.lastReply.message));
  return ticket;
}

async function pressIfInView(hands: Hands, button: Locator): Promise<void> {
  if (await isInView(button)) await hands.press(button);
}

const report: Story = {
  name: 'The speed is slow in the evening: create a ticket',
  async run(customer, hands) {
    const subject = 'Slow speed — getting 2 Mbps on a 10 Mbps plan';
    await hands.press(customer.button('list.new'));
    await customer.textbox('form.subject').waitFor();
    await customer.settle();
    await hands.type(customer.textbox('form.subject'), subject);
    await hands.choose(
      customer.page.getByRole('combobox', {name: customer.text('form.category')}),
      String(customer.checkout.texts['category.slow_speed']),
    );
    await hands.type(
      customer.textbox('form.description'),
      'Speed test result: 2 Mbps down, 1 Mbps up. Tested at 21:00 from laptop on WiFi. Rebooted twice, no change.',
    );
    await hands.press(customer.button('form.create'));
    await customer.confirmation.waitFor();
    await customer.settle();
    await hands.see(customer.confirmation);
    const {number, category, status} = await customer.portal.readTicket(subject);
    if (!(await customer.confirmation.innerText()).includes(number)) throw new Error('Its number is not shown.');
    if (`${category} ${status}` !== 'slow_speed open') throw new Error(`The ticket is ${category} and ${status}.`);
  },
};

const ask: Story = {
  name: 'No reply yet: ask for an update',
  async run(customer, hands) {
    const subject = 'Invoice INV-12683: wrong amount for flat 605';
    await openTicket(customer, hands, subject, '605');
    await answer(customer, hands, subject, {
      key: 'answer.anyUpdate',
      text: 'Hi, any update on this? Still seeing the issue.',
    });
  },
};

const reopen: Story = {
  name: 'Resolved, but not fixed: reopen the ticket',
  async run(customer, hands) {
    const subject = 'No link on the socket in the bedroom of flat 1403';
    await openTicket(customer, hands, subject, '1403');
    const {status} = await answer(customer, hands, subject, {
      key: 'answer.notSolved',
      text: 'The socket still has no link.',
    });
    if (status !== 'open') throw new Error(`The ticket is ${status}.`);
  },
};

/** The three stories of the portal's documentation. */
export const stories: readonly Story[] = [report, ask, reopen];
