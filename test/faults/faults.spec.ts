import {test as base, expect} from '@playwright/test';
import {playWithIdempotency, playWithoutIdempotency} from './fault-run.js';
import {openFaultyDesk, type FaultyDesk} from './faulty-desk.js';
import {summarize, type Audit} from './ledger.js';

const seed = process.env['SEED'] ?? '';
const isQuick = Boolean(process.env['QUICK']);

interface Fixtures {
  /** Whether the desk honours `Idempotency-Key`. */
  readonly idempotency: boolean;
  readonly desk: FaultyDesk;
}

const test = base.extend<Fixtures>({
  idempotency: [true, {option: true}],
  desk: async ({idempotency}, use) => {
    const desk = await openFaultyDesk({seed, idempotency});
    await use(desk);
    await desk.close();
  },
});

function expectFlawless(audit: Audit, desk: FaultyDesk): void {
  const summary = `seed ${seed}: ${summarize(audit)}; faults: ${desk.schedule.summary}`;
  console.log(summary);
  const {lost, duplicated, outOfOrder} = audit;
  expect({lost, duplicated, outOfOrder}, summary).toEqual({lost: [], duplicated: [], outOfOrder: []});
}

test.describe(`With faults of seed ${seed}, in two tabs that are reloaded, killed, crashed and disconnected`, () => {
  test('all texts of two customers arrive at a desk with idempotency, once and in order', async ({browser, desk}) => {
    expectFlawless(await playWithIdempotency({browser, desk, seed, rounds: isQuick ? 3 : 20}), desk);
  });

  test.describe('without idempotency', () => {
    test.use({idempotency: false});

    test('all texts of a customer arrive once and in order, or are shown as uncertain', async ({browser, desk}) => {
      expectFlawless(await playWithoutIdempotency({browser, desk, seed, rounds: isQuick ? 1 : 2}), desk);
    });
  });
});
