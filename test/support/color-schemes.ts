import {nextFrame} from '@open-wc/testing';

import {adoptStyles} from './adopt-styles.js';
import type {Harness} from './harness.js';

const backgrounds = {light: '#ffffff', dark: '#16191d'} as const;

/** During a colour transition the contrast is that of neither scheme. */
const withoutMotion = `
  *, *::before, *::after { transition: none !important; animation-duration: 0s !important; animation-delay: 0s !important }`;

/** Runs a check with the page and the element in the light scheme, then in the dark one. */
export async function forEachColorScheme(harness: Harness, check: () => Promise<void>): Promise<void> {
  adoptStyles(harness.element, withoutMotion);
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
}

/** Expects that axe reports no violation in either scheme. */
export const expectAccessibleInBothSchemes = (harness: Harness): Promise<void> =>
  forEachColorScheme(harness, () => harness.expectAccessible());
