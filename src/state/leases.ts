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
}

const entries = new Map<string, Entry>();

/** The session of this key, opened if nobody holds it yet. */
export function lease(key: string, open: () => Session): Lease {
  const entry = entries.get(key) ?? {session: open(), holders: 0};
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
  entry.holders--;
  const {outbox} = entry.session.mail;
  const end = (): void => {
    if (entry.holders > 0 || (outbox.isWaiting && !forAnother)) return;
    stop();
    if (entries.get(key) === entry) entries.delete(key);
    entry.session.dispose();
  };
  // The customer has pressed Send: that is carried out though nobody looks any more.
  const stop = outbox.items.state.subscribe(end);
  end();
}

/** The next to ask for this key gets a session that knows nothing. Those who hold the old one keep an empty hull. */
export function forget(session: Session): void {
  for (const [key, entry] of entries) if (entry.session === session) entries.delete(key);
}
