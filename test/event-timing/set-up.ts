import {ensureBuilt} from '../../demo/build.js';
import {installPackages} from '../browser.js';
import {startDisplay} from '../display.js';

/** Global set-up: the standalone file, and on Linux a display for the browser's window, which the workers inherit. */
export default async function setUp(): Promise<void> {
  ensureBuilt();
  if (process.platform !== 'linux') return;
  try {
    process.env['DISPLAY'] = await startDisplay().catch(() => {
      installPackages('xvfb');
      return startDisplay();
    });
  } catch {
    // The window is on the display of the person who runs the tests, if there is one. Otherwise, its test is skipped.
  }
}
