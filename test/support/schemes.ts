import {nextFrame} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';

import type {Harness} from './harness.js';

const grounds = {light: '#ffffff', dark: '#16191d'} as const;

/** Looks at an element on a light page, and on a dark one. */
export async function inBothSchemes(harness: Harness, look: () => Promise<void>): Promise<void> {
  // A colour on its way from one to the other has the contrast of neither.
  await emulateMedia({reducedMotion: 'reduce'});
  for (const [scheme, ground] of Object.entries(grounds)) {
    document.body.style.background = ground;
    document.documentElement.style.colorScheme = scheme;
    harness.element.colorScheme = scheme as keyof typeof grounds;
    await harness.element.updateComplete;
    // The elements within are told by then, too, and what is in view is drawn.
    await nextFrame();
    await nextFrame();
    try {
      await look();
    } catch (error) {
      throw new Error(`in ${scheme}: ${(error as Error).message}`, {cause: error});
    } finally {
      document.body.style.removeProperty('background');
      document.documentElement.style.removeProperty('color-scheme');
    }
  }
  await emulateMedia({reducedMotion: 'no-preference'});
}

/** Axe finds nothing, on a light page and on a dark one. */
export const isAccessibleInBothSchemes = (harness: Harness): Promise<void> =>
  inBothSchemes(harness, () => harness.isAccessible());
