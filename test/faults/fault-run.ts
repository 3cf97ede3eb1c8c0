import {expect, test, type Browser} from '@playwright/test';
import {Device} from './device.js';
import type {FaultyDesk} from './faulty-desk.js';
import {audit, Ledger, type Audit} from './ledger.js';
import {playRound, type Round} from './round.js';
import type {Tab} from './tab.js';

export interface FaultRunOptions {
  readonly browser: Browser;
  readonly desk: FaultyDesk;
  readonly seed: string;
  readonly rounds: number;
}

/** The customers who use the device, one after the other. The first comes back to unsent texts. */
const usernames = ['lena.moreau', 'harbour.view', 'lena.moreau'];

/** The number of tickets that are open at once. */
const openTickets = 4;

/** Two customers write on one device. In each round they write fifty replies and ten tickets. */
export async function playWithIdempotency({browser, desk, seed, rounds}: FaultRunOptions): Promise<Audit> {
  const ledger = new Ledger();
  const device = await Device.open(browser, desk);
  const firstRoundOf = (turn: number): number => Math.round((rounds * turn) / usernames.length);

  for (const [turn, username] of usernames.entries()) {
    await device.signIn(username);
    const answerable = await desk.ticketsAcceptingReplies(username);
    for (let index = firstRoundOf(turn); index < firstRoundOf(turn + 1); index++) {
      const name = `round ${index + 1} of seed ${seed}`;
      const ticketIds = Array.from(
        {length: openTickets},
        (_, offset) => answerable[(index + offset) % answerable.length]!,
      );
      const {hasDelivered} = desk;
      const round = {name, device, ledger, username, ticketIds, replies: 25, tickets: 5, hasDelivered};
      const isLastOfTurn = index + 1 === firstRoundOf(turn + 1);
      await test.step(name, async () => {
        const tabs = await playRound(round);
        await expectOwnTextsOnly(tabs, round);
        if (isLastOfTurn) await (turn === 0 ? leaveUnsent(tabs, round) : device.expectClean());
        if (index + 1 === rounds) await tabs[0]!.waitUntilNothingStored();
        await device.closePages();
      });
    }
  }
  await device.close();
  return audit(ledger.entries, await desk.deliveries());
}

/**
 * A customer writes at a desk that executes a repeated request again. They never press "Send again", but discard every
 * text that is shown as uncertain.
 */
export async function playWithoutIdempotency({browser, desk, seed, rounds}: FaultRunOptions): Promise<Audit> {
  const username = usernames[0]!;
  const ledger = new Ledger();
  const device = await Device.open(browser, desk);
  const uncertainTexts = new Set<string>();
  await device.signIn(username);
  const answerable = await desk.ticketsAcceptingReplies(username);
  for (let index = 0; index < rounds; index++) {
    const name = `round ${index + 1} without idempotency of seed ${seed}`;
    await test.step(name, async () => {
      await playRound({
        name,
        device,
        ledger,
        username,
        ticketIds: answerable.slice(index, index + 3),
        replies: 15,
        tickets: 4,
        hasDelivered: desk.hasDelivered,
        onUncertain: text => uncertainTexts.add(text),
      });
      if (index + 1 === rounds) await device.expectClean();
      await device.closePages();
    });
  }
  await device.close();
  return audit(ledger.entries, await desk.deliveries(), uncertainTexts);
}

/** No customer reads what another one wrote on this device. */
async function expectOwnTextsOnly(tabs: readonly Tab[], {ledger, username}: Round): Promise<void> {
  for (const tab of tabs) {
    const shown = await tab.textsShown();
    expect(ledger.entries.filter(entry => shown.has(entry.text) && entry.username !== username)).toEqual([]);
  }
}

/** The device goes offline, and the customer leaves texts unsent on it. */
async function leaveUnsent(tabs: readonly Tab[], {device, ledger, username, ticketIds}: Round): Promise<void> {
  await device.offline(async () => {
    for (const tab of tabs) {
      await tab.write(ledger.add('reply', username, ticketIds[0]));
      await tab.write(ledger.add('ticket', username));
      await tab.waitUntilStored();
    }
    await device.expectClean();
    await device.closePages();
  });
}
