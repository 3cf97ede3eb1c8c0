import {fileURLToPath} from 'node:url';
import type {Plugin} from 'vite';

/**
 * Modules that stand in the bundle for a library's own, of which we use little: what we use behaves the same, and what we do
 * not use is not there, which fails the build. See docs/decisions/0007-stand-ins-in-the-bundle.md.
 */
const standIns = new Map([
  ['zod/mini', 'zod-mini.ts'],
  ['lit/decorators.js', 'decorators.ts'],
]);

export const withStandIns = (): Plugin => ({
  name: 'stand-ins',
  enforce: 'pre',
  resolveId(id) {
    const file = standIns.get(id);
    return file && fileURLToPath(new URL(`stand-ins/${file}`, import.meta.url));
  },
});
