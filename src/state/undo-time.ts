/** For so long, in milliseconds, what the customer has discarded can be restored. It is in memory only. */
export const undoTime = 20_000;
