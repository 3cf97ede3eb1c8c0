import {expect, fixture, html} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk} from '../../../demo/desk/browser.js';
import {ReadyEvent} from '../../../src/contract/session-events.js';
import {nextEvent} from '../../support/next-event.js';

describe('<isp-support> in a frame that is made as high as its content', () => {
  it('lets the frame come to rest', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe width="800" height="300"></iframe>`);
    const {fetch, tokenFor} = createBrowserDesk();
    const support = document.createElement('isp-support');
    Object.assign(support, {persistence: 'none', apiBase: '/api', fetch, token: await tokenFor()});
    const ready = nextEvent(support, ReadyEvent);
    const {body, documentElement} = frame.contentDocument!;
    body.append(support);
    await ready;
    const heights: number[] = [];
    for (let times = 0; times < 200; times++) {
      frame.style.height = `${documentElement.scrollHeight}px`;
      heights.push(documentElement.scrollHeight);
    }
    expect(heights.at(-1)).to.equal(heights.at(-2));
  });
});
