import {nextFrame} from '@open-wc/testing';

import type {BrowserDesk} from '../../demo/desk/browser.js';

const quietFrames = 3;

/** Resolves when a desk has answered everything, and nobody has asked anything for a few frames. */
export async function settled(desk: BrowserDesk): Promise<void> {
  let asked = -1;
  for (let quiet = 0; quiet < quietFrames;) {
    await nextFrame();
    const isQuiet = desk.requests.length === asked && desk.requests.every(({status}) => status !== 'pending');
    quiet = isQuiet ? quiet + 1 : 0;
    asked = desk.requests.length;
  }
}
