import {serverOf} from './reachability.js';
import type {Session} from './session.js';

/** A hold on a shared session, released once. */
export interface SessionHandle {
  readonly session: Session;
  /** `forAnother`: the holder switches to another customer, and nothing more may be done in this one's name. */
  release(forAnother?: boolean): void;
}

interface Entry {
  readonly session: Session;
  holders: number;
  /** Ends a session without holders that is kept because it still has something to send. */
  end?: (() => void) | undefined;
}

const entries = new Map<string, Entry>();

/** The shared session with this key, created if there is none. */
export function acquireSession(key: string, create: () => Session): SessionHandle {
  for (const [otherKey, {holders, end}] of entries) if (holders === 0 && isOtherCustomer(otherKey, key)) end?.();
  const known = entries.get(key);
  // After a logout, its holders keep a session that has ended.
  const entry: Entry = known && !known.session.isEnded ? known : {session: create(), holders: 0};
  entries.set(key, entry);
  entry.holders++;
  let isHeld = true;
  return {
    session: entry.session,
    release: forAnother => {
      if (!isHeld) return;
      isHeld = false;
      // An element that is moved within its document disconnects and connects in one task.
      setTimeout(() => releaseEntry(key, entry, forAnother));
    },
  };
}

function releaseEntry(key: string, entry: Entry, forAnother = false): void {
  if (--entry.holders > 0) return;
  const {hasUnsent} = entry.session;
  const endIfIdle = (): void => {
    if (entry.holders === 0 && (forAnother || !hasUnsent.value)) entry.end?.();
  };
  // The customer has pressed Send: the message is sent even if no element is left.
  const unsubscribe = hasUnsent.subscribe(endIfIdle);
  entry.end = () => {
    entry.end = undefined;
    unsubscribe();
    if (entries.get(key) === entry) entries.delete(key);
    entry.session.dispose();
  };
  endIfIdle();
}

/** Whether two keys name different customers of the same server. */
const isOtherCustomer = (key: string, other: string): boolean => key !== other && serverOf(key) === serverOf(other);
