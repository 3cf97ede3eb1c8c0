import {expect} from '@open-wc/testing';

import {SupportError} from '../../../src/contract/errors.js';
import {acquireSession} from '../../../src/state/session-registry.js';
import {nextTask} from '../../support/next-task.js';
import {createTestSession, waitUntilOutbox} from '../../support/session-fixtures.js';

let doors = 0;

/** A key that no other test has had. Whoever holds a session under it is reading the configuration, for good. */
function door() {
  const key = `door ${++doors}`;
  const reading: AbortSignal[] = [];
  const open = () => {
    const session = createTestSession({
      getConfig: ({signal}) => {
        reading.push(signal);
        return new Promise(() => {});
      },
    });
    void session.config.load();
    return session;
  };
  return {take: () => acquireSession(key, open), isGivenUp: () => reading.map(signal => signal.aborted)};
}

describe('a lease', () => {
  it('is of one session for all who ask with one key', () => {
    const {take, isGivenUp} = door();
    expect(take().session).to.equal(take().session);
    expect(isGivenUp()).to.eql([false]);
  });

  it('is of another session for another key', () => {
    expect(door().take().session).not.to.equal(door().take().session);
  });

  it('ends with the last one out, who gives up what is being read', async () => {
    const {take, isGivenUp} = door();
    const [first, second] = [take(), take()];
    first.release();
    await nextTask();
    expect(isGivenUp()).to.eql([false]);
    second.release();
    await nextTask();
    expect(isGivenUp()).to.eql([true]);
  });

  it('outlasts a move: what is released and taken again within one task stays', async () => {
    const {take, isGivenUp} = door();
    const before = take();
    before.release();
    const after = take();
    await nextTask();
    expect(after.session).to.equal(before.session);
    expect(isGivenUp()).to.eql([false]);
  });

  it('is let go of once: a second time does not let go for somebody else', async () => {
    const {take, isGivenUp} = door();
    const [first] = [take(), take()];
    first.release();
    first.release();
    await nextTask();
    expect(isGivenUp()).to.eql([false]);
  });

  it('is of a new session once the old one has ended', async () => {
    const {take, isGivenUp} = door();
    const before = take();
    before.release();
    await nextTask();
    expect(take().session).not.to.equal(before.session);
    expect(isGivenUp()).to.eql([true, false]);
  });
});

describe('a session that has something to send when nobody is there any more', () => {
  const waiting = (key: string) =>
    acquireSession(key, () => createTestSession({addReply: () => Promise.reject(new SupportError('network'))}));
  const settledIn = async ({session}: ReturnType<typeof waiting>): Promise<void> => {
    const key = session.reply('t1', 'hello');
    await waitUntilOutbox(session, () => session.mail.outbox.store.get(key)?.error !== undefined);
  };

  for (const [what, next, isShown] of [
    ['goes on', '["elsewhere",0,"tomas"]', true],
    ['ends when another customer comes to the same server', '["here",0,"tomas"]', false],
  ] as const) {
    it(what, async () => {
      const first = waiting('["here",0,"lena"]');
      await settledIn(first);
      first.release();
      await nextTask();
      expect(first.session.mail.outbox.hasUnsent).to.be.true;
      waiting(next).release();
      expect(first.session.mail.outbox.hasUnsent).to.equal(isShown);
      first.session.dispose();
      await nextTask();
    });
  }
});

describe('a session that was logged out', () => {
  it('is not given to the next who asks', () => {
    const {take} = door();
    const before = take();
    before.session.end();
    expect(take().session).not.to.equal(before.session);
  });

  it('does not take the new one along when its last holder leaves', async () => {
    const {take, isGivenUp} = door();
    const before = take();
    before.session.end();
    const after = take();
    before.release();
    await nextTask();
    expect(isGivenUp()).to.eql([true, false]);
    expect(take().session).to.equal(after.session);
  });
});
