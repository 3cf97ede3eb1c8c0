/**
 * The current time, or one millisecond after an earlier row if the clock has not advanced: rows of a thread or a list
 * keep their order.
 */
export function monotonicTime(earlier: string | undefined, now: Date): string {
  const time = earlier === undefined ? now.getTime() : Math.max(now.getTime(), Date.parse(earlier) + 1);
  return new Date(time).toISOString();
}
