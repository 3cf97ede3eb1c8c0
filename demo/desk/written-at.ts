// A date-time with its offset, as RFC 3339 (5.6) has it, and no other way of ISO 8601 to write one.
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/**
 * The time that a device noted down. No text is refused over it: what cannot be read is as good as nothing, and nothing
 * is undefined, which leaves the fingerprint of a text without it as it was before there was such a thing.
 */
export function readWrittenAt(noted: unknown): string | undefined {
  if (typeof noted !== 'string' || !dateTime.test(noted.toUpperCase())) return undefined;
  const time = Date.parse(noted.toUpperCase());
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/**
 * What staff are shown of it: nothing from the future, nothing older than thirty days. Asked once, when the text
 * arrives: by the next attempt a clock that runs ahead is no longer ahead, and the same request would look like another.
 */
export function believable(writtenAt: string | undefined, arrived: Date): string | null {
  if (writtenAt === undefined) return null;
  const age = arrived.getTime() - Date.parse(writtenAt);
  return age >= 0 && age <= thirtyDays ? writtenAt : null;
}
