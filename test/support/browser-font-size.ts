import {nextFrame} from '@open-wc/testing';

import {isCapable} from './capabilities.js';
import {callDevTools} from './dev-tools.js';

/** Sets the default font size in the settings of the browser, in pixels. */
export async function setBrowserFontSize(standard = 16): Promise<void> {
  await callDevTools('browser font size', 'Page.setFontSizes', {fontSizes: {standard, fixed: 13}});
  await nextFrame();
}

/** For `afterEach()`, which runs after tests that are skipped too. */
export async function resetBrowserFontSize(): Promise<void> {
  if (isCapable('browser font size')) await setBrowserFontSize();
}
