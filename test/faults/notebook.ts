/** One text that a customer wrote, and when: in milliseconds of this process's own clock, which no page can turn. */
export interface Note {
  readonly kind: 'reply' | 'ticket';
  readonly number: number;
  /** A reply's text or a ticket's subject: there is no other like it, and none is part of another. */
  readonly text: string;
  readonly username: string;
  /** The ticket that was answered. */
  readonly ticketId?: string | undefined;
  /** The page, from one load to the next, in which Send was pressed. */
  page: string;
  /** Not before then Send was pressed. */
  pressedAt: number;
  /** From then on it was kept: what is pressed later comes after it, whatever tab it is in. */
  keptAt: number;
}

/** Everything that was written, in the order in which it was. */
export class Notebook {
  readonly notes: Note[] = [];

  write(kind: Note['kind'], username: string, ticketId?: string): Note {
    const number = this.notes.length + 1;
    const text = `No. ${String(number).padStart(5, '0')}`;
    const note = {kind, number, text, username, ticketId, page: '', pressedAt: Infinity, keptAt: Infinity};
    this.notes.push(note);
    return note;
  }
}
