import {expect} from '@open-wc/testing';

import {CustomerStorage} from '../../src/state/customer-storage.js';
import {PendingItems} from '../../src/state/pending-items.js';
import {MemoryStorage} from '../../src/storage/memory-storage.js';
import {words} from '../support/held-outbox.js';

describe('what the server does not have yet', () => {
  it('does not come back when it has arrived, though the tab that sent it has not forgotten it yet', async () => {
    const storage = new CustomerStorage(new MemoryStorage(), 'pending-items-test/');
    const [sending, watching] = [new PendingItems(storage), new PendingItems(storage)];
    const {item, kept} = sending.add(words('hello'));
    await kept;
    await watching.restore();
    expect(watching.state.value).to.have.lengthOf(1);
    watching.hide(item.key);
    await watching.restore();
    expect(watching.state.value).to.eql([]);
  });
});
