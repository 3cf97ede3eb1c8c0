import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError} from '../../../../src/contract/errors.js';
import {CustomerStorage} from '../../../../src/storage/customer-storage.js';
import {OutboxStore} from '../../../../src/state/outbox/outbox-store.js';
import {MemoryStorage} from '../../../../src/storage/memory-storage.js';
import {newReplyItem} from '../../../support/controlled-outbox.js';
import {FakeTime} from '../../../support/fake-time.js';

describe('OutboxStore', () => {
  it('does not restore a hidden item, even if its record is still stored', async () => {
    const storage = new CustomerStorage(new MemoryStorage(), 'hidden/');
    const [sending, watching] = [new OutboxStore(storage), new OutboxStore(storage)];
    const {item, saved} = sending.insert(newReplyItem('hello'));
    await saved;
    await watching.restore();
    expect(watching.items.value).to.have.lengthOf(1);
    watching.hide(item.key);
    await watching.restore();
    expect(watching.items.value).to.eql([]);
  });

  it('keeps the error of a waiting item when it is restored, as its record does not have it', async () => {
    const store = new OutboxStore(new CustomerStorage(new MemoryStorage(), 'waiting/'));
    const {item, saved} = store.insert(newReplyItem('hello'));
    await saved;
    await store.replace({...item, error: new SupportError('network')});
    await store.restore();
    expect(store.get(item.key)?.error?.code).to.equal('network');
  });

  it('keeps its list of items if what is stored brings nothing new, so that nothing renders', async () => {
    const store = new OutboxStore(new CustomerStorage(new MemoryStorage(), 'unchanged/'));
    const none = store.items.value;
    await store.restore();
    expect(store.items.value).to.equal(none);
    const {item, saved} = store.insert(newReplyItem('hello'));
    await saved;
    await store.replace({...item, status: 'sending', isAttempted: true});
    const one = store.items.value;
    await store.restore();
    expect(store.items.value).to.equal(one);
  });

  for (const [text, ticketId] of [
    ['hello', 't1'],
    ['', 't2'],
    ['several\nlines', 't/3'],
  ] as const) {
    it(`keeps an item that waits as it is stored, so that nothing renders: ${JSON.stringify(text)}`, async () => {
      const store = new OutboxStore(new CustomerStorage(new MemoryStorage(), `waiting ${ticketId}/`));
      const {saved} = store.insert({ticketId, draft: {message: text}, lastKnownId: null});
      await saved;
      const items = store.items.value;
      await store.restore();
      expect(store.items.value).to.equal(items);
    });
  }

  it('notifies nobody of the first attempt, which looks like waiting for it, but of an attempt after a failure', async () => {
    const store = new OutboxStore(new CustomerStorage(new MemoryStorage(), 'attempts/'));
    const {item, saved} = store.insert(newReplyItem('hello'));
    await saved;
    let notifications = 0;
    store.items.subscribe(() => notifications++);
    await store.replace({...item, status: 'sending', isAttempted: true});
    expect(store.get(item.key)?.status).to.equal('sending');
    expect(notifications).to.equal(0);
    await store.replace({...item, status: 'waiting', error: new SupportError('network')});
    await store.replace({...item, status: 'sending', error: new SupportError('network')});
    expect(notifications).to.equal(2);
  });

  const failures = {
    'in the words of the server': new SupportError('invalid', {
      status: 422,
      requestId: 'r1',
      serverMessage: 'Too long',
    }),
    'with a page in place of a receipt': new SupportError('bad_response', {
      status: 200,
      path: 'content-type',
      reason: 'text/html instead of application/json',
    }),
    'with nothing but a status': new SupportError('unavailable', {status: 503}),
  };
  for (const [how, error] of Object.entries(failures)) {
    it(`restores all that the developer is told of an item that was refused ${how}, in another tab`, async () => {
      const storage = new CustomerStorage(new MemoryStorage(), `refused ${how}/`);
      const [sending, watching] = [new OutboxStore(storage), new OutboxStore(storage)];
      const {item, saved} = sending.insert(newReplyItem('hello'));
      await saved;
      await sending.replace({...item, status: 'failed', error});
      await watching.restore();
      const {code, status, requestId, path, reason, serverMessage} = error;
      const restored = watching.get(item.key);
      expect(restored?.status).to.equal('failed');
      expect(restored?.error).to.include({code, status, requestId, path, reason, serverMessage});
    });

    it(`keeps the one error of an item that was refused ${how} each time it is restored`, async () => {
      const store = new OutboxStore(new CustomerStorage(new MemoryStorage(), `known ${how}/`));
      const {item, saved} = store.insert(newReplyItem('hello'));
      await saved;
      await store.replace({...item, status: 'failed', error});
      await store.restore();
      await store.restore();
      expect(store.get(item.key)?.error).to.equal(error);
    });
  }

  it('has a new error if another tab has failed with another one', async () => {
    const storage = new CustomerStorage(new MemoryStorage(), 'other error/');
    const [sending, watching] = [new OutboxStore(storage), new OutboxStore(storage)];
    const {item, saved} = sending.insert(newReplyItem('hello'));
    await saved;
    for (const requestId of ['r1', 'r2']) {
      await sending.replace({...item, status: 'failed', error: new SupportError('invalid', {requestId})});
      await watching.restore();
      expect(watching.get(item.key)?.error?.requestId).to.equal(requestId);
    }
  });

  it('keeps its items in memory if the storage can no longer be read', async () => {
    const device = new MemoryStorage();
    const store = new OutboxStore(new CustomerStorage(device, 'unreadable/'));
    await store.insert(newReplyItem('hello')).saved;
    device.entries = () => Promise.reject(new Error('The disk is gone.'));
    await store.restore();
    await store.restore();
    expect(store.items.value.map(({draft}) => draft)).to.eql([{message: 'hello'}]);
  });

  it('does not store an item again that another tab has removed', async () => {
    const storage = new CustomerStorage(new MemoryStorage(), 'removed/');
    const [sending, cancelling] = [new OutboxStore(storage), new OutboxStore(storage)];
    const {item, saved} = sending.insert(newReplyItem('hello'));
    await saved;
    await cancelling.restore();
    await cancelling.remove(item.key);
    sending.hide(item.key);
    await sending.replace({...item, status: 'waiting'});
    expect([...(await storage.entries('outbox/'))]).to.eql([]);
  });
});

describe('OutboxStore with several items', () => {
  let time: FakeTime;

  beforeEach(() => {
    time = new FakeTime();
  });

  afterEach(() => time.restore());

  it('keeps the order in which items were written in one millisecond, in another tab too', async () => {
    const storage = new CustomerStorage(new MemoryStorage(), 'one millisecond/');
    const [writing, watching] = [new OutboxStore(storage), new OutboxStore(storage)];
    const texts = ['one', 'two', 'three', 'four', 'five'];
    await Promise.all(texts.map(text => writing.insert(newReplyItem(text)).saved));
    await watching.restore();
    for (const {items} of [writing, watching]) {
      const times = items.value.map(({createdAt}) => createdAt);
      expect(items.value.map(({draft}) => 'message' in draft && draft.message)).to.eql(texts);
      expect(times).to.eql([...new Set(times)].sort());
    }
  });

  it('does not count discarded items among those that fill it', async () => {
    const store = new OutboxStore(new CustomerStorage(new MemoryStorage(), 'discarded/'));
    const items = Array.from({length: 20}, (_, index) => store.insert(newReplyItem(`${index}`)));
    await Promise.all(items.map(({saved}) => saved));
    expect(store.isFull).to.be.true;
    await store.discard(items[7]!.item.key);
    expect(store.items.value).to.have.lengthOf(20);
    expect(store.isFull).to.be.false;
  });
});
