import {expect} from '@open-wc/testing';

import {CustomerStorage} from '../../../../src/storage/customer-storage.js';
import {Drafts, mergeTexts} from '../../../../src/state/drafts/drafts.js';
import {MemoryStorage} from '../../../../src/storage/memory-storage.js';
import {deferred} from '../../../support/deferred.js';
import {nextTask} from '../../../support/next-task.js';

const page = 'customer/';

/** What a device keeps, and the drafts of pages that are opened on it one after the other. */
function device(storage = new MemoryStorage()) {
  const customer = new CustomerStorage(storage, page);
  return {
    storage,
    customer,
    async open(): Promise<Drafts> {
      const drafts = new Drafts(customer);
      await drafts.restore();
      return drafts;
    },
    /** What another tab has written meanwhile, as it keeps it. */
    foreign: (id: string, value: unknown, at: number) =>
      storage.write(new Map([[`${page}draft/${id}/another-tab`, JSON.stringify({value, at})]])),
    written: () => customer.entries('draft/'),
  };
}

describe('drafts', () => {
  it('are kept for each ticket apart', async () => {
    const drafts = await device().open();
    drafts.reply('t1').set('to the first');
    drafts.reply('t2').set('to the second');
    expect(drafts.reply('t1').value).to.equal('to the first');
    expect(drafts.reply('t2').value).to.equal('to the second');
    expect(drafts.reply('t3').value).to.equal('');
  });

  it('can be watched before anything is written', async () => {
    const drafts = await device().open();
    const heard: string[] = [];
    const draft = drafts.reply('t1');
    draft.state.subscribe(() => heard.push(draft.value));
    drafts.reply('t1').set('hello');
    await Promise.resolve();
    expect(heard).to.eql(['hello']);
  });

  it('are told apart for ids that have the names of a prototype, or hold a slash', async () => {
    const here = device();
    const drafts = await here.open();
    for (const id of ['constructor', 'a/b', 'a']) drafts.reply(id).set(id);
    await here.written();
    const again = await here.open();
    for (const id of ['constructor', 'a/b', 'a']) expect(again.reply(id).value).to.equal(id);
    expect(again.reply('__proto__').value).to.equal('');
  });

  it('are there again when the page is opened again, and say so', async () => {
    const here = device();
    const drafts = await here.open();
    drafts.ticket.set({subject: 'Slow'});
    drafts.reply('t1').set('half a');
    expect(drafts.ticket.isRestored).to.be.false;
    await here.written();
    const again = await here.open();
    expect(again.ticket.value).to.eql({subject: 'Slow'});
    expect(again.reply('t1').value).to.equal('half a');
    expect(again.ticket.isRestored && again.reply('t1').isRestored).to.be.true;
  });

  it('leave nothing behind when what was typed is taken back, letter by letter', async () => {
    const {customer, open} = device();
    const before = await open();
    before.ticket.set({subject: 's'});
    before.ticket.set({subject: ''});
    before.reply('t1').set('h');
    before.reply('t1').set('');
    await nextTask();
    expect((await customer.entries('draft/')).size).to.equal(0);
    const after = await open();
    expect([after.ticket.isRestored, after.reply('t1').isRestored]).to.eql([false, false]);
  });

  it('leave nothing behind when they are cleared', async () => {
    const here = device();
    const drafts = await here.open();
    drafts.reply('t1').set('hello');
    await drafts.reply('t1').clear();
    expect((await here.written()).size).to.equal(0);
  });

  it('go out of sight without going from the device', async () => {
    const here = device();
    const drafts = await here.open();
    drafts.reply('t1').set('hello');
    await here.written();
    drafts.unload();
    expect(drafts.reply('t1').value).to.equal('');
    expect((await here.open()).reply('t1').value).to.equal('hello');
  });

  it('lose neither text when something was typed before they were read', async () => {
    const here = device();
    await here.foreign('reply/t1', 'from before', 1);
    const drafts = new Drafts(here.customer);
    drafts.reply('t1').set('typed at once');
    await drafts.restore();
    expect(drafts.reply('t1').value).to.equal('from before\n\ntyped at once');
  });
});

describe('a draft that two tabs write', () => {
  it('is both texts for the next who opens it', async () => {
    const here = device();
    const drafts = await here.open();
    drafts.reply('t1').set('typed here');
    await here.written();
    await here.foreign('reply/t1', 'typed there', 1);
    expect((await here.open()).reply('t1').value).to.equal('typed there\n\ntyped here');
  });

  it('does not change under the hands of whoever types', async () => {
    const here = device();
    const drafts = await here.open();
    drafts.reply('t1').set('typed here');
    await here.foreign('reply/t1', 'typed there', 1);
    await drafts.restore();
    expect(drafts.reply('t1').value).to.equal('typed here');
  });

  it('goes from a tab where nobody has touched it when the other has sent it', async () => {
    const here = device();
    await here.foreign('reply/t1', 'hello', 1);
    const drafts = await here.open();
    expect(drafts.reply('t1').value).to.equal('hello');
    await here.storage.write(new Map([[`${page}draft/reply/t1/another-tab`, null]]));
    await drafts.restore();
    expect(drafts.reply('t1').value).to.equal('');
  });

  it('is one text again when somebody goes on with it here', async () => {
    const here = device();
    await here.foreign('reply/t1', 'hello', 1);
    const drafts = await here.open();
    drafts.reply('t1').set('hello, support');
    await here.written();
    await here.written();
    expect((await here.open()).reply('t1').value).to.equal('hello, support');
    expect((await here.written()).size).to.equal(1);
  });

  it('is gone, or one text, though the page is killed in the middle', async () => {
    for (const {value, found} of [
      {value: undefined, found: ''},
      {value: 'hello, and more', found: 'hello, and more'},
      {value: 'hi', found: 'hi'},
    ]) {
      const here = device();
      await here.foreign('reply/t1', 'hello', 1);
      const draft = (await here.open()).reply('t1');
      const {write} = here.storage;
      const killed = deferred<never>();
      // What is written first is kept, and nothing after it.
      here.storage.write = changes => {
        here.storage.write = () => killed.promise;
        return write.call(here.storage, changes);
      };
      if (value === undefined) void draft.clear();
      else draft.set(value);
      await nextTask();
      here.storage.write = write;
      const next = device(here.storage);
      expect((await next.open()).reply('t1').value).to.equal(found);
      await next.written();
      expect([...(await next.written()).keys()].filter(id => id.includes('another-tab'))).to.eql([]);
    }
  });

  it('keeps what is typed on while the other’s record goes', async () => {
    const here = device();
    await here.foreign('ticket', {subject: 'Slow'}, 1);
    const drafts = await here.open();
    drafts.ticket.set({subject: 'Dead'});
    drafts.ticket.set({subject: 'Dead', description: 'Since noon'});
    await here.written();
    await here.written();
    expect((await here.open()).ticket.value).to.eql({subject: 'Dead', description: 'Since noon'});
  });

  it('keeps what the other has written since', async () => {
    const here = device();
    await here.foreign('reply/t1', 'hello', 1);
    const drafts = await here.open();
    await here.foreign('reply/t1', 'hello, you', 2);
    await drafts.reply('t1').clear();
    await here.written();
    expect((await here.open()).reply('t1').value).to.equal('hello, you');
  });

  it('keeps the choices of the later form, and a subject that gives way in its text', async () => {
    const here = device();
    await here.foreign('ticket', {subject: 'Slow', description: 'Since noon', priority: 'low'}, 1);
    const third = {value: {subject: 'Dead', description: 'No light', priority: 'high'}, at: 2};
    await here.storage.write(new Map([[`${page}draft/ticket/third`, JSON.stringify(third)]]));
    expect((await here.open()).ticket.value).to.eql({
      subject: 'Dead',
      description: 'Slow\n\nSince noon\n\nNo light',
      priority: 'high',
    });
  });
});

describe('two texts of one place', () => {
  it('are joined though one stands in a word of the other', () => {
    expect(mergeTexts('ok', 'It looks broken')).to.equal('ok\n\nIt looks broken');
    expect(mergeTexts('It looks broken', 'ok')).to.equal('It looks broken\n\nok');
  });

  it('are joined, and none stands there twice', () => {
    expect(mergeTexts('a', 'b')).to.equal('a\n\nb');
    expect(mergeTexts('hello', 'hello, support')).to.equal('hello, support');
    expect(mergeTexts('hello, support', 'hello')).to.equal('hello, support');
    expect(mergeTexts('', 'b')).to.equal('b');
    expect(mergeTexts('a')).to.equal('a');
  });
});
