import type {Harness} from './harness.js';

/** Focuses the window a minute later, which makes the elements revalidate, and waits for a condition. */
export async function refocusWindowUntil(harness: Harness, condition: () => unknown): Promise<void> {
  const {now} = Date;
  Date.now = () => now() + 60_000;
  try {
    dispatchEvent(new Event('focus'));
    await harness.waitUntil(condition);
  } finally {
    Date.now = now;
  }
}
