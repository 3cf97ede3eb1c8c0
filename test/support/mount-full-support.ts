import type {BrowserDesk, BrowserDeskOptions} from '../../demo/desk/browser.js';
import {createFullDesk} from './full-desk.js';
import {SupportHarness} from './support-harness.js';
import {setViewport} from './viewport.js';

/** The widths, in CSS pixels, at which the whole Support tab is tested. */
export const supportWidths = [360, 1280] as const;

/** Mounts `<isp-support>` with 60 tickets, as wide as the view. */
export async function mountFullSupport(
  width: (typeof supportWidths)[number],
  options?: BrowserDeskOptions,
): Promise<{readonly desk: BrowserDesk; readonly support: SupportHarness}> {
  await setViewport({width, height: 740});
  const desk = await createFullDesk(options);
  const support = await SupportHarness.mount(desk, {width: width === 360 ? 'narrow' : 'wide'});
  support.element.parentElement!.style.width = '100%';
  await support.waitUntilShown('list');
  return {desk, support};
}
