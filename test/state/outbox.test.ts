import {expect} from '@open-wc/testing';

import {SupportError} from '../../src/contract/errors.js';
import type {ReplyReceipt} from '../../src/contract/ticket.js';
import {Outbox, type PendingReply} from '../../src/state/outbox.js';
import {deferred, type Deferred} from '../support/deferred.js';
import {nextTask} from '../support/next-task.js';
import {receipt} from '../support/tickets.js';

/** An outbox of which each sending waits for the test. */
function heldOutbox() {
  const sent: {readonly reply: PendingReply; readonly answer: Deferred<ReplyReceipt>}[] = [];
  const outbox = new Outbox(reply => {
    const answer = deferred<ReplyReceipt>();
    sent.push({reply, answer});
    return answer.promise;
  });
  return {
    outbox,
    /** What the server was given, in that order. */
    messages: () => sent.map(({reply}) => reply.message),
    keys: () => sent.map(({reply}) => reply.key),
    /** What the customer sees of it. */
    shown: () => outbox.state.value.map(({message, status}) => `${message}: ${status}`),
    async accept(index: number) {
      const {reply, answer} = sent[index]!;
      answer.resolve(receipt(reply.ticketId, reply.message));
      await nextTask();
    },
    async refuse(index: number, error = new SupportError('network')) {
      sent[index]!.answer.reject(error);
      await nextTask();
    },
  };
}

describe('the outbox', () => {
  it('shows a reply before it sends it, and until the server has it', async () => {
    const {outbox, shown, accept} = heldOutbox();
    void outbox.add('t1', 'hello');
    expect(shown()).to.eql(['hello: sending']);
    await accept(0);
    expect(shown()).to.eql([]);
  });

  it('tells what became of a reply', async () => {
    const {outbox, accept} = heldOutbox();
    const sent = outbox.add('t1', 'hello');
    await accept(0);
    expect(await sent).to.eql(receipt('t1', 'hello'));
  });

  it('sends the replies of one ticket one after the other, as they were written', async () => {
    const {outbox, messages, shown, accept} = heldOutbox();
    for (const message of ['one', 'two', 'three']) void outbox.add('t1', message);
    expect(messages()).to.eql(['one']);
    expect(shown()).to.eql(['one: sending', 'two: waiting', 'three: waiting']);
    await accept(0);
    expect(messages()).to.eql(['one', 'two']);
    await accept(1);
    await accept(2);
    expect(messages()).to.eql(['one', 'two', 'three']);
    expect(shown()).to.eql([]);
  });

  it('does not let one ticket wait for another', () => {
    const {outbox, messages} = heldOutbox();
    void outbox.add('t1', 'to the first');
    void outbox.add('t2', 'to the second');
    expect(messages()).to.eql(['to the first', 'to the second']);
  });

  it('gives each reply a key of its own', () => {
    const {outbox, keys} = heldOutbox();
    void outbox.add('t1', 'same words');
    void outbox.add('t2', 'same words');
    expect(new Set(keys())).to.have.lengthOf(2);
  });

  it('says when a reply was written', () => {
    const {outbox} = heldOutbox();
    const before = Date.now();
    void outbox.add('t1', 'hello');
    expect(Date.parse(outbox.state.value[0]!.writtenAt)).to.be.within(before, Date.now());
  });
});

describe('a reply that fails', () => {
  it('stays with its words and the reason', async () => {
    const {outbox, shown, refuse} = heldOutbox();
    void outbox.add('t1', 'hello');
    await refuse(0, new SupportError('unavailable'));
    expect(shown()).to.eql(['hello: failed']);
    expect(outbox.state.value[0]?.error?.code).to.equal('unavailable');
  });

  it('holds back the next one of its ticket', async () => {
    const {outbox, messages, shown, refuse} = heldOutbox();
    void outbox.add('t1', 'one');
    void outbox.add('t1', 'two');
    await refuse(0);
    expect(messages()).to.eql(['one']);
    expect(shown()).to.eql(['one: failed', 'two: waiting']);
  });

  it('is sent again under the same key, without the reason of the failure', async () => {
    const {outbox, messages, keys, refuse} = heldOutbox();
    void outbox.add('t1', 'hello');
    await refuse(0);
    outbox.retry(keys()[0]!);
    expect(messages()).to.eql(['hello', 'hello']);
    expect(keys()[1]).to.equal(keys()[0]);
    expect(outbox.state.value[0]).to.include({status: 'sending'}).and.not.have.property('error');
  });

  it('resolves for who sent it when it arrives at last, and lets the next go', async () => {
    const {outbox, messages, keys, accept, refuse} = heldOutbox();
    const sent = outbox.add('t1', 'one');
    void outbox.add('t1', 'two');
    await refuse(0);
    outbox.retry(keys()[0]!);
    await accept(1);
    expect((await sent).reply.message).to.equal('one');
    expect(messages()).to.eql(['one', 'one', 'two']);
  });

  it('gives its words back when it is discarded, and lets the next go', async () => {
    const {outbox, messages, keys, shown, refuse} = heldOutbox();
    void outbox.add('t1', 'one');
    void outbox.add('t1', 'two');
    await refuse(0);
    expect(outbox.discard(keys()[0]!)).to.equal('one');
    expect(messages()).to.eql(['one', 'two']);
    expect(shown()).to.eql(['two: sending']);
  });
});

describe('a reply on its way', () => {
  it('is not sent a second time', () => {
    const {outbox, messages, keys} = heldOutbox();
    void outbox.add('t1', 'hello');
    outbox.retry(keys()[0]!);
    outbox.retry('no such reply');
    expect(messages()).to.eql(['hello']);
  });

  it('cannot be discarded: the server may have it already', () => {
    const {outbox, keys, shown} = heldOutbox();
    void outbox.add('t1', 'hello');
    expect(outbox.discard(keys()[0]!)).to.equal('');
    expect(outbox.discard('no such reply')).to.equal('');
    expect(shown()).to.eql(['hello: sending']);
  });

  it('can be discarded while it waits, and is never sent', async () => {
    const {outbox, messages, accept} = heldOutbox();
    void outbox.add('t1', 'one');
    void outbox.add('t1', 'two');
    expect(outbox.discard(outbox.state.value[1]!.key)).to.equal('two');
    await accept(0);
    expect(messages()).to.eql(['one']);
  });

  it('does not come back after the outbox was wiped', async () => {
    const {outbox, shown, accept, refuse, messages} = heldOutbox();
    void outbox.add('t1', 'one');
    void outbox.add('t2', 'two');
    void outbox.add('t2', 'three');
    outbox.wipe();
    await refuse(0);
    await accept(1);
    expect(shown()).to.eql([]);
    expect(messages()).to.eql(['one', 'two']);
  });
});
