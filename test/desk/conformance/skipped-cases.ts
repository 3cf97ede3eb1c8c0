/** What the kit skips if a backend counts notes: the gateway then has neither version nor events. */
export const withoutEvents: readonly string[] = ['writes.version', 'events.comment', 'notes.events', 'staff.event'];

/** What the kit skips for a helpdesk that does not know what a customer has read, and here bars nobody. */
export const withoutReading: readonly string[] = [
  'access.barred',
  'access.gone',
  'reads.updates-etag',
  'reads.updates',
  'writes.version',
  'events.comment',
  'notes.events',
  'notes.read',
  'staff.unread',
  'staff.read-forwards',
  'staff.read-unknown',
  'staff.event',
];
