import {expect} from '@open-wc/testing';

import {SupportError} from '../../../../src/contract/errors.js';
import {MemoryStorage} from '../../../../src/storage/memory-storage.js';
import {heldOutbox, newTicket, words} from '../../../support/held-outbox.js';

let customers = 0;

/** Two tabs of one customer, or one before and after a reload. */
function twoTabs(changes: Parameters<typeof heldOutbox>[0] = {}) {
  const storage = new MemoryStorage();
  const name = `customer ${customers++}/`;
  return [heldOutbox(changes, storage, name), heldOutbox(changes, storage, name)] as const;
}

describe('an outbox after a reload', () => {
  it('shows what was not sent, and sends it under the same key', async () => {
    const [before, after] = twoTabs();
    await before.add(words('hello'), newTicket('Dead'));
    await before.refuse(0);
    await before.refuse(1);
    await after.outbox.items.restore();
    expect(after.shown()).to.eql(['hello: waiting', 'Dead: waiting']);
    after.outbox.flush();
    await after.settled();
    expect(after.keys()).to.have.members(before.keys() as string[]);
  });

  it('still shows what was not taken, and why, and does not send it by itself', async () => {
    const [before, after] = twoTabs();
    await before.add(words('hello'));
    await before.refuse(0, new SupportError('invalid', {words: 'Too rude'}));
    await after.outbox.items.restore();
    after.outbox.flush();
    await after.settled();
    expect(after.shown()).to.eql(['hello: failed']);
    expect(after.outbox.items.state.value[0]?.error).to.include({code: 'invalid', words: 'Too rude'});
    expect(after.given()).to.eql([]);
  });

  it('has nothing of what arrived', async () => {
    const [before, after] = twoTabs();
    await before.add(words('hello'));
    await before.accept(0);
    await after.outbox.items.restore();
    expect(after.shown()).to.eql([]);
  });

  it('asks first where the server does not promise to do a thing once', async () => {
    const [before, after] = twoTabs({promisesOnce: async () => false});
    await before.add(words('hello'));
    // The page is gone before the answer has come.
    before.outbox.items.forget();
    await before.accept(0);
    await after.outbox.items.restore();
    after.outbox.flush();
    await after.settled();
    expect(after.given()).to.eql([]);
    expect(after.reasons()).to.eql(['uncertain']);
  });

  it('does not ask about what never left', async () => {
    const [before, after] = twoTabs({promisesOnce: async () => false});
    Object.assign(before.recipient, {obstacle: new SupportError('offline')});
    await before.add(words('hello'));
    await after.outbox.items.restore();
    Object.assign(after.recipient, {obstacle: undefined});
    after.outbox.flush();
    await after.settled();
    expect(after.given()).to.eql(['hello']);
  });
});

describe('two tabs', () => {
  it('send what was written in both in the order in which it was written', async () => {
    const [one, other] = twoTabs();
    await one.add(words('first'));
    await other.add(words('second'));
    expect(other.given()).to.eql([]);
    await one.accept(0);
    // Whichever of the two takes its turn next.
    await other.settled();
    expect([...one.given(), ...other.given()]).to.eql(['first', 'second']);
  });

  it('keep that order also where one of them has more to send at once', async () => {
    const [one, other] = twoTabs();
    await one.add(words('first'));
    await other.add(words('second'));
    await one.add(words('third'));
    await one.accept(0);
    await one.settled();
    expect(one.given()).to.eql(['first', 'second']);
    await one.accept(1);
    await one.settled();
    expect([...one.given(), ...other.given()]).to.eql(['first', 'second', 'third']);
  });

  it('do not send one thing twice', async () => {
    const [one, other] = twoTabs();
    await one.add(words('hello'));
    await other.outbox.items.restore();
    other.outbox.flush();
    await one.accept(0);
    await other.settled();
    expect(one.given()).to.eql(['hello']);
    expect(other.given()).to.eql([]);
    expect(other.shown()).to.eql([]);
  });
});
