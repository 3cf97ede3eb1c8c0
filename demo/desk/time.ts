/**
 * The time now, or a millisecond after an earlier row's when the clock has not moved on (or went back): rows of one
 * thread and one list keep the order in which they were written.
 */
export function laterThan(earlier: string | undefined, now: Date): string {
  const time = earlier === undefined ? now.getTime() : Math.max(now.getTime(), Date.parse(earlier) + 1);
  return new Date(time).toISOString();
}
