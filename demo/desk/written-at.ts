// A date-time with an offset as in RFC 3339 (5.6), and no other format of ISO 8601.
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/**
 * Parses the time at which a text was written. An invalid time is ignored, so that the text is still accepted. The
 * result is then undefined, which leaves the fingerprint of the request the same as without the field.
 */
export function readWrittenAt(value: unknown): string | undefined {
  if (typeof value !== 'string' || !dateTime.test(value.toUpperCase())) return undefined;
  const time = Date.parse(value.toUpperCase());
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/**
 * The time if it is plausible: not in the future and not older than thirty days; otherwise null. Not part of the
 * fingerprint of the request: a time in the future may have passed on a retry, which must look the same.
 */
export function plausibleTime(writtenAt: string | undefined, receivedAt: Date): string | null {
  if (writtenAt === undefined) return null;
  const age = receivedAt.getTime() - Date.parse(writtenAt);
  return age >= 0 && age <= thirtyDays ? writtenAt : null;
}
