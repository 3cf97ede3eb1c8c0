import {expect} from '@open-wc/testing';

import {CustomerStorage} from '../../../../src/storage/customer-storage.js';
import {OutboxStore} from '../../../../src/state/outbox/outbox-store.js';
import {MemoryStorage} from '../../../../src/storage/memory-storage.js';
import {outgoingReply} from '../../../support/controlled-outbox.js';

describe('what the server does not have yet', () => {
  it('does not come back when it has arrived, though the tab that sent it has not forgotten it yet', async () => {
    const storage = new CustomerStorage(new MemoryStorage(), 'pending-items-test/');
    const [sending, watching] = [new OutboxStore(storage), new OutboxStore(storage)];
    const {item, kept} = sending.add(outgoingReply('hello'));
    await kept;
    await watching.restore();
    expect(watching.items.value).to.have.lengthOf(1);
    watching.hide(item.key);
    await watching.restore();
    expect(watching.items.value).to.eql([]);
  });

  it('stays in sight where the device cannot be read any more', async () => {
    const device = new MemoryStorage();
    const items = new OutboxStore(new CustomerStorage(device, 'pending-items-lost/'));
    await items.add(outgoingReply('hello')).kept;
    device.entries = () => Promise.reject(new Error('The disk is gone.'));
    await items.restore();
    await items.restore();
    expect(items.items.value.map(({draft}) => draft)).to.eql([{message: 'hello'}]);
  });

  it('is not kept anew once it has been taken out', async () => {
    const storage = new CustomerStorage(new MemoryStorage(), 'pending-items-taken/');
    const [sending, taking] = [new OutboxStore(storage), new OutboxStore(storage)];
    const {item, kept} = sending.add(outgoingReply('hello'));
    await kept;
    await taking.restore();
    await taking.remove(item.key);
    sending.hide(item.key);
    await sending.replace({...item, status: 'waiting'});
    expect([...(await storage.entries('outbox/'))]).to.eql([]);
  });
});
