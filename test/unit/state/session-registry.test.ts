import {afterEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError} from '../../../src/contract/errors.js';
import {acquireSession} from '../../../src/state/session-registry.js';
import {mailboxOf} from '../../../src/state/create-mailbox.js';
import {nextTask} from '../../support/next-task.js';
import {disposeSessions, createTestSession, waitUntilOutbox} from '../../support/session-fixtures.js';

let keys = 0;

afterEach(disposeSessions);

/** A key of its own, whose sessions have a request that never ends. */
function newKey() {
  const key = `key ${++keys}`;
  const signals: AbortSignal[] = [];
  const create = () => {
    const session = createTestSession({
      getConfig: ({signal}) => {
        signals.push(signal);
        return new Promise(() => {});
      },
    });
    void session.config.load();
    return session;
  };
  return {
    acquire: () => acquireSession(key, create),
    /** Whether each session under this key has been disposed of. */
    areDisposed: () => signals.map(signal => signal.aborted),
  };
}

describe('acquireSession', () => {
  it('returns the same session for the same key', () => {
    const {acquire, areDisposed} = newKey();
    expect(acquire().session).to.equal(acquire().session);
    expect(areDisposed()).to.eql([false]);
  });

  it('returns another session for another key', () => {
    expect(newKey().acquire().session).not.to.equal(newKey().acquire().session);
  });

  it('disposes of the session one task after its last holder has released it', async () => {
    const {acquire, areDisposed} = newKey();
    const [first, second] = [acquire(), acquire()];
    first.release();
    await nextTask();
    expect(areDisposed()).to.eql([false]);
    second.release();
    await nextTask();
    expect(areDisposed()).to.eql([true]);
  });

  it('keeps a session that is released and acquired again within one task, as when an element is moved', async () => {
    const {acquire, areDisposed} = newKey();
    const before = acquire();
    before.release();
    const after = acquire();
    await nextTask();
    expect(after.session).to.equal(before.session);
    expect(areDisposed()).to.eql([false]);
  });

  it('ignores a second release by the same holder', async () => {
    const {acquire, areDisposed} = newKey();
    const [first] = [acquire(), acquire()];
    first.release();
    first.release();
    await nextTask();
    expect(areDisposed()).to.eql([false]);
  });

  it('creates a new session after the old one was disposed of', async () => {
    const {acquire, areDisposed} = newKey();
    const before = acquire();
    before.release();
    await nextTask();
    expect(acquire().session).not.to.equal(before.session);
    expect(areDisposed()).to.eql([true, false]);
  });
});

describe('A session without holders that has an unsent item', () => {
  const acquireUnreachable = (key: string) =>
    acquireSession(key, () => createTestSession({addReply: () => Promise.reject(new SupportError('network'))}));
  const replyIn = async ({session}: ReturnType<typeof acquireUnreachable>): Promise<void> => {
    const key = mailboxOf(session).reply('t1', 'hello');
    await waitUntilOutbox(() => mailboxOf(session).outbox.store.get(key)?.error !== undefined);
  };

  for (const [title, next, isKept] of [
    ['is kept', '["elsewhere",0,"tomas"]', true],
    ['is disposed of when another customer signs in at the same server', '["here",0,"tomas"]', false],
  ] as const) {
    it(title, async () => {
      const first = acquireUnreachable('["here",0,"lena"]');
      await replyIn(first);
      first.release();
      await nextTask();
      expect(mailboxOf(first.session).outbox.hasUnsent).to.be.true;
      acquireUnreachable(next).release();
      expect(mailboxOf(first.session).outbox.hasUnsent).to.equal(isKept);
      first.session.dispose();
      await nextTask();
    });
  }
});

describe('A session that has ended', () => {
  it('is not returned again', () => {
    const {acquire} = newKey();
    const before = acquire();
    before.session.end();
    expect(acquire().session).not.to.equal(before.session);
  });

  it('leaves its successor alone when its last holder releases it', async () => {
    const {acquire, areDisposed} = newKey();
    const before = acquire();
    before.session.end();
    const after = acquire();
    before.release();
    await nextTask();
    expect(areDisposed()).to.eql([true, false]);
    expect(acquire().session).to.equal(after.session);
  });
});
