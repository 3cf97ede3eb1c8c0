/** Keys of stored items start with this. */
export const outboxPrefix = 'outbox/';
