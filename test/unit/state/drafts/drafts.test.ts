import {describe, it} from 'node:test';

import {expect} from 'chai';

import {CustomerStorage} from '../../../../src/storage/customer-storage.js';
import {Drafts} from '../../../../src/state/drafts/drafts.js';
import {MemoryStorage} from '../../../../src/storage/memory-storage.js';
import {deferred} from '../../../support/deferred.js';
import {FakeTime} from '../../../support/fake-time.js';
import {nextTask} from '../../../support/next-task.js';

const page = 'customer/';

/** The storage of a device, and the drafts of pages that are opened on it one after the other. */
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
    /** Stores a draft as another tab does. */
    writeInOtherTab: (id: string, value: unknown, savedAt: number) =>
      storage.write(new Map([[`${page}draft/${id}/another-tab`, JSON.stringify({value, savedAt})]])),
    /** Resolves with the stored entries when all writes are done. */
    stored: () => customer.entries('draft/'),
  };
}

describe('Drafts', () => {
  it('are separate for each ticket', async () => {
    const drafts = await device().open();
    drafts.reply('t1').set('to the first');
    drafts.reply('t2').set('to the second');
    expect(drafts.reply('t1').value).to.equal('to the first');
    expect(drafts.reply('t2').value).to.equal('to the second');
    expect(drafts.reply('t3').value).to.equal('');
  });

  it('notify subscribers that subscribed before the first keystroke', async () => {
    const drafts = await device().open();
    const values: string[] = [];
    const draft = drafts.reply('t1');
    draft.state.subscribe(() => values.push(draft.value));
    drafts.reply('t1').set('hello');
    await Promise.resolve();
    expect(values).to.eql(['hello']);
  });

  it('are separate for ids that contain a slash or are property names of a prototype', async () => {
    const here = device();
    const drafts = await here.open();
    for (const id of ['constructor', 'a/b', 'a']) drafts.reply(id).set(id);
    await here.stored();
    const again = await here.open();
    for (const id of ['constructor', 'a/b', 'a']) expect(again.reply(id).value).to.equal(id);
    expect(again.reply('__proto__').value).to.equal('');
  });

  it('are restored when the page is opened again, and marked as restored', async () => {
    const here = device();
    const drafts = await here.open();
    drafts.ticket.set({subject: 'Slow'});
    drafts.reply('t1').set('half a');
    expect(drafts.ticket.isRestored).to.be.false;
    await here.stored();
    const again = await here.open();
    expect(again.ticket.value).to.eql({subject: 'Slow'});
    expect(again.reply('t1').value).to.equal('half a');
    expect(again.ticket.isRestored && again.reply('t1').isRestored).to.be.true;
  });

  it('are not marked as restored if their own record is read after they were typed', async () => {
    const here = device();
    const drafts = new Drafts(here.customer);
    drafts.reply('t1').set('half a');
    drafts.ticket.set({subject: 'Slow'});
    await here.stored();
    await drafts.restore();
    expect(drafts.reply('t1').isRestored || drafts.ticket.isRestored).to.be.false;
    expect(drafts.reply('t1').value).to.equal('half a');
    expect(drafts.reply('t1').isStored.value).to.be.true;
  });

  it('do not split a long text into its letters with each key', async context => {
    const drafts = await device().open();
    const {values} = Object;
    const split: unknown[] = [];
    context.mock.method(Object, 'values', (value: object) => {
      if (typeof value === 'string') split.push(value);
      return values(value) as unknown[];
    });
    drafts.reply('t1').set('a'.repeat(1000));
    await nextTask();
    expect(split).to.be.empty;
  });

  it('leave no record if the text is deleted', async () => {
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

  for (const [what, place] of [
    ['reply', (drafts: Drafts) => drafts.reply('t1')],
    ['ticket', (drafts: Drafts) => drafts.ticket],
  ] as const) {
    it(`are shown until they are deleted from the device when the customer discards them: ${what}`, async () => {
      const here = device();
      await here.writeInOtherTab('reply/t1', 'hello', 1);
      await here.writeInOtherTab('ticket', {subject: 'hello'}, 1);
      const draft = place(await here.open());
      const shown = draft.value;
      const stored = deferred<undefined>();
      const {write} = here.storage;
      here.storage.write = async changes => {
        await stored.promise;
        await write.call(here.storage, changes);
      };
      const discarded = draft.toggleDiscarded();
      await nextTask();
      expect([draft.value, draft.isRestored]).to.eql([shown, true]);
      stored.resolve(undefined);
      expect(await discarded).to.be.true;
      expect(draft.isRestored).to.be.false;
      expect(place(await here.open()).isRestored).to.be.false;
      draft.unload();
    });
  }

  it('are stored only when the device has the text, and not when it is gone', async () => {
    const here = device();
    const draft = (await here.open()).reply('t1');
    const written = deferred<undefined>();
    const {write} = here.storage;
    here.storage.write = async changes => {
      await written.promise;
      await write.call(here.storage, changes);
    };
    draft.set('hello');
    await nextTask();
    expect(draft.isStored.value).to.be.false;
    written.resolve(undefined);
    await here.stored();
    expect(draft.isStored.value).to.be.true;
    draft.set('');
    await here.stored();
    await nextTask();
    expect(draft.isStored.value).to.be.false;
    draft.set('hello again');
    await here.stored();
    await draft.clear();
    expect(draft.isStored.value).to.be.false;
  });

  it('keep what is written while an earlier text is being discarded', async () => {
    const here = device();
    const draft = (await here.open()).reply('t1');
    draft.set('hello');
    const discarded = draft.toggleDiscarded();
    draft.set('hello again');
    expect(await discarded).to.be.false;
    expect(draft.value).to.equal('hello again');
    expect((await here.open()).reply('t1').value).to.equal('hello again');
  });

  it('leave no record when they are cleared', async () => {
    const here = device();
    const drafts = await here.open();
    drafts.reply('t1').set('hello');
    await drafts.reply('t1').clear();
    expect((await here.stored()).size).to.equal(0);
  });

  it('stay in the storage when they are unloaded', async () => {
    const here = device();
    const drafts = await here.open();
    drafts.reply('t1').set('hello');
    await here.stored();
    drafts.unload();
    expect(drafts.reply('t1').value).to.equal('');
    expect((await here.open()).reply('t1').value).to.equal('hello');
  });

  it('merge a text that was typed before the stored one was loaded', async () => {
    const here = device();
    await here.writeInOtherTab('reply/t1', 'from before', 1);
    const drafts = new Drafts(here.customer);
    drafts.reply('t1').set('typed before loading');
    await drafts.restore();
    expect(drafts.reply('t1').value).to.equal('from before\n\ntyped before loading');
  });
});

describe('A draft that two tabs have written', () => {
  it('contains both texts when it is opened the next time', async () => {
    const here = device();
    const drafts = await here.open();
    drafts.reply('t1').set('typed here');
    await here.stored();
    await here.writeInOtherTab('reply/t1', 'typed there', 1);
    expect((await here.open()).reply('t1').value).to.equal('typed there\n\ntyped here');
  });

  it('does not change while the customer types', async () => {
    const here = device();
    const drafts = await here.open();
    drafts.reply('t1').set('typed here');
    await here.writeInOtherTab('reply/t1', 'typed there', 1);
    await drafts.restore();
    expect(drafts.reply('t1').value).to.equal('typed here');
  });

  it('is removed from a tab that has not edited it when the other tab has sent it', async () => {
    const here = device();
    await here.writeInOtherTab('reply/t1', 'hello', 1);
    const drafts = await here.open();
    expect(drafts.reply('t1').value).to.equal('hello');
    await here.storage.write(new Map([[`${page}draft/reply/t1/another-tab`, null]]));
    await drafts.restore();
    expect(drafts.reply('t1').value).to.equal('');
  });

  it('is one record again when one tab has continued the text of the other', async () => {
    const here = device();
    await here.writeInOtherTab('reply/t1', 'hello', 1);
    const drafts = await here.open();
    drafts.reply('t1').set('hello, support');
    await here.stored();
    await here.stored();
    expect((await here.open()).reply('t1').value).to.equal('hello, support');
    expect((await here.stored()).size).to.equal(1);
  });

  it('is deleted, or one text, even if the page is killed between two writes', async context => {
    const time = new FakeTime();
    context.after(() => time.restore());
    for (const {value, restored} of [
      {value: undefined, restored: ''},
      {value: 'hello, and more', restored: 'hello, and more'},
      {value: 'hi', restored: 'hi'},
    ]) {
      const here = device();
      await here.writeInOtherTab('reply/t1', 'hello', 1);
      const draft = (await here.open()).reply('t1');
      const {write} = here.storage;
      const killed = deferred<never>();
      // Only the first write is carried out.
      here.storage.write = changes => {
        here.storage.write = () => killed.promise;
        return write.call(here.storage, changes);
      };
      if (value === undefined) void draft.clear();
      else draft.set(value);
      await time.advanceAsync(0);
      here.storage.write = write;
      const next = device(here.storage);
      expect((await next.open()).reply('t1').value).to.equal(restored);
      await next.stored();
      expect([...(await next.stored()).keys()].filter(id => id.includes('another-tab'))).to.eql([]);
    }
  });

  it('keeps text that is typed while the record of the other tab is being deleted', async () => {
    const here = device();
    await here.writeInOtherTab('ticket', {subject: 'Slow'}, 1);
    const drafts = await here.open();
    drafts.ticket.set({subject: 'Dead'});
    drafts.ticket.set({subject: 'Dead', description: 'Since noon'});
    await here.stored();
    await here.stored();
    expect((await here.open()).ticket.value).to.eql({subject: 'Dead', description: 'Since noon'});
  });

  it('keeps what the other tab has written since', async () => {
    const here = device();
    await here.writeInOtherTab('reply/t1', 'hello', 1);
    const drafts = await here.open();
    await here.writeInOtherTab('reply/t1', 'hello, you', 2);
    await drafts.reply('t1').clear();
    await here.stored();
    expect((await here.open()).reply('t1').value).to.equal('hello, you');
  });

  it('takes the choices of the later form, and moves a replaced subject into the description', async () => {
    const here = device();
    await here.writeInOtherTab('ticket', {subject: 'Slow', description: 'Since noon', priority: 'low'}, 1);
    const third = {value: {subject: 'Dead', description: 'No light', priority: 'high'}, savedAt: 2};
    await here.storage.write(new Map([[`${page}draft/ticket/third`, JSON.stringify(third)]]));
    expect((await here.open()).ticket.value).to.eql({
      subject: 'Dead',
      description: 'Slow\n\nSince noon\n\nNo light',
      priority: 'high',
    });
  });
});
