// `npm run pictures`: each story of the built Storybook on phones, a tablet and a desk, light and dark, in test/.output/pictures.
// `-- isp-support--` takes only those whose id has that in it.
import {mkdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

import {browserArguments, findBrowser} from '../browser.js';
import {serveFolder} from './serve-folder.js';

const folder = fileURLToPath(new URL('../../storybook-static', import.meta.url));
const output = fileURLToPath(new URL('../.output/pictures', import.meta.url));

async function picture(page, address, {id}, width, theme) {
  await page.goto(`${address}iframe.html?viewMode=story&id=${id}&globals=theme:${theme}`);
  await page.waitForFunction(
    () => document.querySelector('#storybook-root > *') && window.__STORYBOOK_PREVIEW__?.ready,
  );
  // Storybook marks the page while a story's play function runs.
  await page.waitForFunction(() => {
    const render = window.__STORYBOOK_PREVIEW__.storyRenders?.[0];
    return render && ['completed', 'finished', 'errored'].includes(render.phase);
  });
  await page.screenshot({path: `${output}/${id.replace('elements-', '')}-${width}-${theme}.png`, fullPage: true});
}

mkdirSync(output, {recursive: true});
const server = await serveFolder(folder, '/');
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
try {
  const {entries} = await (await fetch(`${server.address}index.json`)).json();
  const [wanted = ''] = process.argv.slice(2);
  const stories = Object.values(entries).filter(({type, id}) => type === 'story' && id.includes(wanted));
  for (const width of [320, 390, 768, 1280]) {
    const page = await browser.newPage({viewport: {width, height: 800}});
    for (const story of stories) {
      for (const theme of ['light', 'dark']) await picture(page, server.address, story, width, theme);
    }
    await page.close();
  }
  console.log(`${stories.length * 8} pictures in test/.output/pictures`);
} finally {
  await browser.close();
  await server.close();
}
