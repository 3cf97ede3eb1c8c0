import {nextFrame} from '@open-wc/testing';

import type {BrowserDesk} from '../../demo/desk/browser.js';

const requiredIdleFrames = 3;

/** Resolves when a desk has answered every request and received no new one for a few frames. */
export async function waitForNetworkIdle(desk: BrowserDesk): Promise<void> {
  let requestCount = -1;
  for (let idleFrames = 0; idleFrames < requiredIdleFrames;) {
    await nextFrame();
    const isIdle = desk.requests.length === requestCount && desk.requests.every(({status}) => status !== 'pending');
    idleFrames = isIdle ? idleFrames + 1 : 0;
    requestCount = desk.requests.length;
  }
}
