import assert from 'node:assert/strict';
import {Device} from './device.js';
import {Notebook} from './notebook.js';
import {playRound, type Round} from './round.js';
import type {StormDesk} from './storm-desk.js';
import type {Tab} from './tab.js';
import {tally, type Tally} from './tally.js';

export interface StormOptions {
  readonly seed: string;
  readonly desk: StormDesk;
  /** In each, fifty replies and ten tickets are written. */
  readonly rounds: number;
}

/** Who sits at the device, one after the other. The first comes back to what was left there unsent. */
const turns = ['lena.moreau', 'harbour.view', 'lena.moreau'];

/** How many tickets are open at once. */
const open = 4;

/** Two customers on one device write through everything that can happen. */
export async function playStorm({seed, desk, rounds}: StormOptions): Promise<Tally> {
  const notebook = new Notebook();
  const device = await Device.of(desk);
  const firstOf = (turn: number): number => Math.round((rounds * turn) / turns.length);

  for (const [turn, username] of turns.entries()) {
    await device.signIn(username);
    const answerable = await desk.answerable(username);
    for (let index = firstOf(turn); index < firstOf(turn + 1); index++) {
      const name = `round ${index + 1} of seed ${seed}`;
      const ticketIds = Array.from({length: open}, (_, place) => answerable[(index + place) % answerable.length]!);
      const round = {name, device, notebook, username, ticketIds, replies: 25, tickets: 5, hasArrived: desk.has};
      const tabs = await playRound(round);
      await assertOwn(tabs, round);
      if (index + 1 === firstOf(turn + 1)) await (turn === 0 ? leaveUnsent(tabs, round) : device.assertClean());
      if (index + 1 === rounds) await tabs[0]!.nothingKept();
      await device.closePages();
      console.log(`  ${name}: ${notebook.notes.length} texts written`);
    }
  }
  await device.close();
  return tally(notebook.notes, await desk.arrivals());
}

/** Nobody reads what somebody else wrote here. */
async function assertOwn(tabs: readonly Tab[], {notebook, username}: Round): Promise<void> {
  for (const tab of tabs) {
    const shown = await tab.textsShown();
    assert.deepEqual(
      notebook.notes.filter(note => shown.has(note.text) && note.username !== username),
      [],
    );
  }
}

/** The line is cut, and somebody who has just written is gone: it stays on the device. */
async function leaveUnsent(tabs: readonly Tab[], {device, notebook, username, ticketIds}: Round): Promise<void> {
  await device.offline(async () => {
    for (const tab of tabs) {
      await tab.write(notebook.write('reply', username, ticketIds[0]));
      await tab.write(notebook.write('ticket', username));
      await tab.settle();
    }
    await device.assertClean();
    await device.closePages();
  });
}
