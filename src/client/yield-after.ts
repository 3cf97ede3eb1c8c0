/** How much text keeps a page waiting for longer than it should, in characters. */
const long = 1_000_000;

/**
 * Lets the page have its turn after a step of reading a very long text: in one go, ten thousand tickets would hold up keys and
 * scrolling for a tenth of a second (https://web.dev/articles/optimize-long-tasks).
 */
export async function yieldAfter({length}: string): Promise<void> {
  if (length > long) await new Promise(resolve => setTimeout(resolve));
}
