import {nextFrame} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';

import type {Harness} from './harness.js';

const backgrounds = {light: '#ffffff', dark: '#16191d'} as const;

/** Runs a check with the page and the element in the light scheme, then in the dark one. */
export async function forEachColorScheme(harness: Harness, check: () => Promise<void>): Promise<void> {
  // During a colour transition the contrast is that of neither scheme.
  await emulateMedia({reducedMotion: 'reduce'});
  for (const [scheme, background] of Object.entries(backgrounds)) {
    document.body.style.background = background;
    document.documentElement.style.colorScheme = scheme;
    harness.element.colorScheme = scheme as keyof typeof backgrounds;
    await harness.element.updateComplete;
    // Nested elements update one frame later, and skipped content is rendered when it comes into view.
    await nextFrame();
    await nextFrame();
    try {
      await check();
    } catch (error) {
      throw new Error(`in ${scheme}: ${(error as Error).message}`, {cause: error});
    } finally {
      document.body.style.removeProperty('background');
      document.documentElement.style.removeProperty('color-scheme');
    }
  }
  await emulateMedia({reducedMotion: 'no-preference'});
}

/** Expects that axe reports no violation in either scheme. */
export const expectAccessibleInBothSchemes = (harness: Harness): Promise<void> =>
  forEachColorScheme(harness, () => harness.expectAccessible());
