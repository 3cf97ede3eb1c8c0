import type {Browser} from 'playwright-core';

import type {Checkout} from './checkout.js';
import {Customer, type VisitOptions} from './customer.js';
import {Portal} from './portal.js';
import {sizes} from './sizes.js';
import {visits, type Visit} from './tasks.js';

interface Options {
  readonly browser: Browser;
  readonly checkout: Checkout;
  readonly visitOptions?: VisitOptions;
}

/** What one task caused. */
export interface Result<Measured> {
  readonly size: string;
  readonly task: string;
  /** What was taken when the task began. */
  readonly began: Measured;
  readonly measured: Measured;
}

/** Runs all tasks at each size. `take` returns what was recorded since its last call. */
export async function measureVisits<Measured>(
  options: Options,
  take: (customer: Customer) => Promise<Measured>,
): Promise<Result<Measured>[]> {
  const results = sizes.map(async ({name, viewport}) => {
    const found: Result<Measured>[] = [];
    for (const visit of visits) {
      const taken = await measureVisit(visit, {...options, visitOptions: {...options.visitOptions, viewport}}, take);
      found.push(...taken.map(each => ({size: name, ...each})));
    }
    return found;
  });
  return (await Promise.all(results)).flat();
}

async function measureVisit<Measured>(
  visit: Visit,
  {browser, checkout, visitOptions}: Options,
  take: (customer: Customer) => Promise<Measured>,
) {
  const portal = await Portal.start(checkout);
  const customer = await Customer.visit(browser, portal, checkout, {...visitOptions, ...visit.options});
  const found: Omit<Result<Measured>, 'size'>[] = [];
  try {
    await visit.run(customer, async (task, action) => {
      await customer.settle();
      const began = await take(customer);
      await action();
      await customer.settle();
      found.push({task, began, measured: await take(customer)});
    });
    return found;
  } finally {
    await customer.leave();
    await portal.stop();
  }
}
