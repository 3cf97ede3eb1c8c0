// `npm run test:stories`: every story of the built Storybook shows what it promises, and axe has nothing to say, in light,
// in dark, in forced colours and in a language that is read from right to left.
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

import {browserArguments, findBrowser} from '../browser.js';
import {openFrame} from './frame.js';
import {openPreview} from './preview.js';
import {serveFolder} from './serve-folder.js';

const folder = fileURLToPath(new URL('../../storybook-static', import.meta.url));

function report(name, complaints) {
  console.log(`${complaints.length > 0 ? '✖' : '✔'} ${name}`);
  for (const complaint of complaints) console.log(complaint.replace(/^/gm, '    '));
  return complaints.length > 0 ? 'failed' : 'passed';
}

/** Each of the ways in which every story is looked at; pages of documentation in the first. */
const looks = {
  light: {},
  dark: {globals: {theme: 'dark'}},
  'in forced colours': {forcedColors: 'active'},
  'in Arabic': {globals: {language: 'ar'}},
};

async function visitAll(browser, address, [look, options], count) {
  const {entries, visit, close} = await openPreview(browser, address, options);
  for (const entry of entries) {
    if (entry.type !== 'story' && look !== 'light') continue;
    count[report(`${entry.title}: ${entry.name}, ${look}`, await visit(entry))] += 1;
  }
  await close();
  return entries;
}

async function visitFrame(browser, address, entries, count) {
  const story = entries.find(({type}) => type === 'story');
  if (!story) throw new Error('The Storybook has no stories.');
  count[report('The frame around them', await openFrame(browser, address, story))] += 1;
}

async function runStories() {
  if (!existsSync(`${folder}/index.json`)) throw new Error('Build the stories first: npm run build-storybook');
  // Below a path, as a static host has it beside other things.
  const server = await serveFolder(folder, '/docs/storybook/');
  const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
  try {
    const count = {passed: 0, failed: 0};
    // Side by side, each in a window of its own: stories wait more than they work.
    const [light, ...others] = Object.entries(looks);
    const [entries] = await Promise.all([
      visitAll(browser, server.address, light, count),
      ...others.map(look => visitAll(browser, server.address, look, count)),
    ]);
    await visitFrame(browser, server.address, entries, count);
    return count;
  } finally {
    await browser.close();
    await server.close();
  }
}

try {
  const {passed, failed} = await runStories();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
