import type {Harness} from './harness.js';

/** Looks at the page again after a while, which is when it is read again, until it shows what a condition asks for. */
export async function lookAgain(harness: Harness, isSo: () => unknown): Promise<void> {
  const {now} = Date;
  Date.now = () => now() + 60_000;
  try {
    dispatchEvent(new Event('focus'));
    await harness.until(isSo);
  } finally {
    Date.now = now;
  }
}
