/*
 * `npm run screen-reader-log`: what a screen reader announces by itself in each task, with the seconds since the task
 * began. `npm run screen-reader-log -- ../before` measures another checkout.
 */
import {chromium} from 'playwright-core';

import {browserArguments, findBrowser} from '../test/browser.js';
import {openCheckout} from './portal/checkout.js';
import {measureVisits} from './portal/measure.js';
import {table} from './table.js';

const checkout = await openCheckout();
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
const results = await measureVisits({browser, checkout, visitOptions: {recordsAnnouncements: true}}, ({page}) =>
  page.evaluate(() => ({now: Date.now(), utterances: window.takeUtterances?.() ?? []})),
).finally(() => browser.close());

for (const {size, task, measured, began} of results) {
  console.log(`\n${task}, ${size} px`);
  for (const {at, text} of measured.utterances) {
    console.log(
      `${Math.max(0, (at - began.now) / 1000)
        .toFixed(1)
        .padStart(6)} s  ${text}`,
    );
  }
}

const isFocus = ({text}: {readonly text: string}): boolean => text.startsWith('→');
const wordsIn = (text: string): number => text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
const rows = results.map(({size, task, measured: {utterances}}) => [
  size,
  task,
  utterances.filter(isFocus).length,
  utterances.filter(each => !isFocus(each)).length,
  utterances.reduce((words, {text}) => words + wordsIn(text), 0),
]);
console.log(`\n${table(['width', 'task', 'focused elements', 'announcements', 'words'], rows)}`);
