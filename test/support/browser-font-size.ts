import {nextFrame} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';

/** Sets the default font size in the settings of the browser, in pixels. Without a size, resets it. */
export async function setBrowserFontSize(standard = 16): Promise<void> {
  await executeServerCommand('cdp', {method: 'Page.setFontSizes', params: {fontSizes: {standard, fixed: 13}}});
  await nextFrame();
}
