import type {Note} from './notebook.js';

/** What is at the desk, in the order of its arrival there; replies by the ticket they belong to. */
export interface Arrivals {
  readonly tickets: readonly string[];
  readonly replies: ReadonlyMap<string, readonly string[]>;
}

/** What became of everything that was written. */
export interface Tally {
  readonly replies: number;
  readonly tickets: number;
  readonly arrived: number;
  readonly lost: readonly Note[];
  readonly doubled: readonly Note[];
  readonly outOfOrder: readonly Overtaken[];
}

/** Something that stands after what was certainly written later. */
export interface Overtaken extends Note {
  readonly by: Note;
}

export function tally(notes: readonly Note[], {tickets, replies}: Arrivals): Tally {
  const placesOf = ({kind, ticketId = '', text}: Note): number => {
    const texts = kind === 'ticket' ? tickets : (replies.get(ticketId) ?? []);
    return texts.filter(each => each.includes(text)).length;
  };
  const places = new Map(notes.map(note => [note, placesOf(note)]));
  const having = (isMet: (count: number) => boolean): Note[] => notes.filter(note => isMet(places.get(note) ?? 0));
  return {
    replies: notes.filter(({kind}) => kind === 'reply').length,
    tickets: notes.filter(({kind}) => kind === 'ticket').length,
    arrived: having(count => count > 0).length,
    lost: having(count => count === 0),
    doubled: having(count => count > 1),
    outOfOrder: [...replies].flatMap(([ticketId, texts]) =>
      overtaken(
        notes.filter(note => note.ticketId === ticketId),
        texts,
      ),
    ),
  };
}

function overtaken(notes: readonly Note[], texts: readonly string[]): Overtaken[] {
  const arrived = texts.flatMap(text => notes.find(note => text.includes(note.text)) ?? []);
  return arrived.flatMap((note, place) => {
    const by = arrived.slice(0, place).find(earlier => isBefore(note, earlier));
    return by ? {...note, by} : [];
  });
}

/** In one page the order is what a person sees. Between two it is known only where one was kept before the other was written. */
const isBefore = (one: Note, other: Note): boolean =>
  one.page === other.page ? one.number < other.number : one.keptAt <= other.pressedAt;
