/** Remembers how to undo what was started, whatever becomes of it. */
export function atTheEnd(undo: () => unknown): void;
