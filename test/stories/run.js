// `npm run test:stories`: every story of the built Storybook shows what it promises, and axe has nothing to say.
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

async function visitAll(browser, address) {
  const count = {passed: 0, failed: 0};
  const {entries, visit} = await openPreview(browser, address);
  for (const entry of entries) count[report(`${entry.title}: ${entry.name}`, await visit(entry))] += 1;
  const story = entries.find(({type}) => type === 'story');
  if (!story) throw new Error('The Storybook has no stories.');
  count[report('The frame around them', await openFrame(browser, address, story))] += 1;
  return count;
}

async function runStories() {
  if (!existsSync(`${folder}/index.json`)) throw new Error('Build the stories first: npm run build-storybook');
  // Below a path, as a static host has it beside other things.
  const server = await serveFolder(folder, '/docs/storybook/');
  const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
  try {
    return await visitAll(browser, server.address);
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
