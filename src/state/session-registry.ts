import {serverOf} from './reachability.js';
import type {Session} from './session.js';

/** A hold on a session. It is let go of once. */
export interface Lease {
  readonly session: Session;
  /** `forAnother`: the holder goes over to another customer, and nothing more is to be done in this one's name. */
  release(forAnother?: boolean): void;
}

interface Entry {
  readonly session: Session;
  holders: number;
  /** Ends a session that nobody holds, and that has something to send yet. */
  end?: (() => void) | undefined;
}

const entries = new Map<string, Entry>();

/** The session of this key, opened if nobody holds it yet. */
export function lease(key: string, open: () => Session): Lease {
  for (const [other, {holders, end}] of entries) if (holders === 0 && isAnothers(other, key)) end?.();
  const known = entries.get(key);
  // Those who hold one that was logged out hold an empty hull.
  const entry: Entry = known && !known.session.ended ? known : {session: open(), holders: 0};
  entries.set(key, entry);
  entry.holders++;
  let held = true;
  return {
    session: entry.session,
    release: forAnother => {
      if (!held) return;
      held = false;
      // An element that is moved in its document leaves and returns within one task.
      setTimeout(() => leave(key, entry, forAnother));
    },
  };
}

function leave(key: string, entry: Entry, forAnother = false): void {
  if (--entry.holders > 0) return;
  const {outbox} = entry.session.mail;
  const look = (): void => {
    if (entry.holders === 0 && (forAnother || !outbox.isWaiting)) entry.end?.();
  };
  // The customer has pressed Send: that is carried out though nobody looks any more.
  const stop = outbox.items.state.subscribe(look);
  entry.end = () => {
    entry.end = undefined;
    stop();
    if (entries.get(key) === entry) entries.delete(key);
    entry.session.dispose();
  };
  look();
}

/** The same server, and another customer's: nothing more is to be done there in the name of the first. */
const isAnothers = (one: string, other: string): boolean => one !== other && serverOf(one) === serverOf(other);
