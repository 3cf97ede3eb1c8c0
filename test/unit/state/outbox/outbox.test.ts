import {expect} from '@open-wc/testing';

import {SupportError} from '../../../../src/contract/errors.js';
import {MemoryStorage} from '../../../../src/storage/memory-storage.js';
import {heldOutbox, newTicket, words} from '../../../support/held-outbox.js';

describe('the outbox', () => {
  it('shows what it is given at once, and until the server has it', async () => {
    const {outbox, shown, settled, accept, told} = heldOutbox();
    outbox.add(words('hello'));
    expect(shown()).to.eql(['hello: waiting']);
    await settled();
    expect(shown()).to.eql(['hello: sending']);
    await accept(0);
    expect(shown()).to.eql([]);
    expect(told).to.eql(['hello']);
  });

  it('keeps it before it is first sent', async () => {
    const storage = new MemoryStorage();
    const {outbox, given} = heldOutbox({}, storage, 'tab/');
    outbox.add(words('hello'));
    expect(given()).to.eql([]);
    const next = heldOutbox({}, storage, 'tab/');
    await next.settled();
    expect(given()).to.eql(['hello']);
    expect(await storage.entries('tab/outbox/')).to.have.lengthOf(1);
  });

  it('sends what belongs to one ticket one after the other, as it was written', async () => {
    const {add, given, shown, accept} = heldOutbox();
    await add(words('one'), words('two'), words('three'));
    expect(given()).to.eql(['one']);
    expect(shown()).to.eql(['one: sending', 'two: waiting', 'three: waiting']);
    await accept(0);
    expect(given()).to.eql(['one', 'two']);
    await accept(1);
    await accept(2);
    expect(given()).to.eql(['one', 'two', 'three']);
    expect(shown()).to.eql([]);
  });

  it('sends what belongs to different tickets side by side', async () => {
    const {add, given} = heldOutbox();
    await add(words('here'), words('there', 't2'), newTicket('Slow'), newTicket('Dead'));
    expect(given()).to.have.members(['here', 'there', 'Slow', 'Dead']);
  });

  it('waits when the line is down, and sends the same thing again under the same key', async () => {
    const {outbox, add, refuse, keys, shown, reasons, settled, accept} = heldOutbox();
    await add(words('hello'), words('again'));
    await refuse(0);
    expect(shown()).to.eql(['hello: waiting', 'again: waiting']);
    expect(reasons()).to.eql(['network', undefined]);
    outbox.flush();
    await settled();
    await accept(1);
    await accept(2);
    expect(keys()[1]).to.equal(keys()[0]);
    expect(keys()[2]).not.to.equal(keys()[0]);
    expect(shown()).to.eql([]);
  });

  it('does not try what it knows to be in vain', async () => {
    const {outbox, recipient, add, given, reasons, settled} = heldOutbox({obstacle: new SupportError('offline')});
    await add(words('hello'));
    expect(given()).to.eql([]);
    expect(reasons()).to.eql(['offline']);
    Object.assign(recipient, {obstacle: undefined});
    outbox.flush();
    await settled();
    expect(given()).to.eql(['hello']);
  });

  it('shows what the server will not have, with the reason, and sends it again only when it is asked to', async () => {
    const {outbox, add, refuse, shown, reasons, given, keys, settled} = heldOutbox();
    const [key = ''] = await add(words('hello'), words('after it'));
    await refuse(0, new SupportError('invalid'));
    outbox.flush();
    await settled();
    expect(shown()).to.eql(['hello: failed', 'after it: waiting']);
    expect(reasons()).to.eql(['invalid', undefined]);
    outbox.retry(key);
    await settled();
    expect(given()).to.eql(['hello', 'hello']);
    expect(keys()[1]).to.equal(keys()[0]);
  });

  it('gives back what is taken out, and goes on with the next', async () => {
    const {outbox, add, refuse, given, settled} = heldOutbox();
    const [key = ''] = await add(words('hello'), words('after it'));
    expect(outbox.take(key)).to.be.undefined;
    await refuse(0, new SupportError('invalid'));
    expect(outbox.take(key)?.draft).to.eql({message: 'hello'});
    await settled();
    expect(given()).to.eql(['hello', 'after it']);
  });

  it('is full at twenty', async () => {
    const {outbox, add} = heldOutbox({obstacle: new SupportError('offline')});
    for (let count = 0; count < 19; count++) outbox.add(words(`${count}`));
    expect(outbox.items.isFull).to.be.false;
    await add(words('one more'));
    expect(outbox.items.isFull).to.be.true;
  });

  it('asks after three days whether it still matters', async () => {
    const {now} = Date;
    const {outbox, add, refuse, shown, reasons, given, settled} = heldOutbox();
    const [key = ''] = await add(words('hello'));
    await refuse(0);
    try {
      Date.now = () => now() + 73 * 60 * 60 * 1000;
      outbox.flush();
      await settled();
      expect(shown()).to.eql(['hello: failed']);
      expect(reasons()).to.eql(['overdue']);
      const {at} = outbox.items.find(key)!;
      await add(words('and later'));
      outbox.retry(key);
      await settled();
      expect(given()).to.eql(['hello', 'hello']);
      // What it is has not changed, nor its place: the server knows it by both.
      expect(outbox.items.find(key)).to.include({at, status: 'sending'});
      expect(shown()).to.eql(['hello: sending', 'and later: waiting']);
    } finally {
      Date.now = now;
    }
  });
});
