/*
 * `npm run layout-shift`: what moves under the eyes of a customer, for each task at two sizes. Fails if a task has more
 * than 0.01. `npm run layout-shift -- ../before` measures another checkout.
 */
import {chromium} from 'playwright-core';

import {browserArguments, findBrowser} from '../test/browser.js';
import {openCheckout} from './portal/checkout.js';
import {measureVisits} from './portal/measure.js';
import type {Shift} from './portal/shifts.js';
import {table} from './table.js';

const limit = 0.01;

const checkout = await openCheckout();
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
const results = await measureVisits({browser, checkout}, ({page}) =>
  page.evaluate(() => window.measurement.takeShifts()),
).finally(() => browser.close());

const sum = (shifts: readonly Shift[]): number => shifts.reduce((total, {value}) => total + value, 0);

let isExceeded = false;
const rows = results.map(({size, task, measured}) => {
  const counted = measured.filter(({isAfterInput}) => !isAfterInput);
  const isTooMuch = sum(counted) > limit;
  isExceeded ||= isTooMuch;
  const [largest] = counted.sort((one, other) => other.value - one.value);
  return [size, task, ...[counted, measured].map(each => sum(each).toFixed(4)), (isTooMuch && largest?.moved) || ''];
});
console.log(table(['width', 'task', 'layout shift', 'with those after input', `what moved, if above ${limit}`], rows));
if (isExceeded) process.exitCode = 1;
