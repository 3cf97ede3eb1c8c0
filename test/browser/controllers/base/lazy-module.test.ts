import {expect} from '@open-wc/testing';

import {lazyModule} from '../../../../src/controllers/base/lazy-module.js';
import {deferred, type Deferred} from '../../../support/deferred.js';
import {FakeTime} from '../../../support/fake-time.js';

const second = 1000;

describe('a lazy module', () => {
  let time: FakeTime;
  let imports: Deferred<string>[];

  beforeEach(() => {
    time = new FakeTime();
    imports = [];
  });
  afterEach(() => time.restore());

  const create = () =>
    lazyModule(() => {
      imports.push(deferred());
      return imports.at(-1)!.promise;
    });

  async function fail(): Promise<void> {
    imports.at(-1)!.reject(new TypeError('404'));
    await imports.at(-1)!.promise.catch(() => undefined);
    for (let task = 0; task < 10; task++) await Promise.resolve();
  }

  it('is imported once, however often it is needed', async () => {
    const module = create();
    void module.load();
    void module.load();
    imports[0]!.resolve('form');
    await module.load();
    await module.load();
    expect(imports).to.have.lengthOf(1);
    expect(module.value).to.equal('form');
  });

  it('is imported again after 30 s, then after twice the time, until it is there', async () => {
    const module = create();
    void module.load();
    await fail();
    expect(module.state.value.error?.code).to.equal('network');
    time.advance(29 * second);
    expect(imports).to.have.lengthOf(1);
    time.advance(second);
    expect(imports).to.have.lengthOf(2);
    await fail();
    time.advance(59 * second);
    expect(imports).to.have.lengthOf(2);
    time.advance(second);
    expect(imports).to.have.lengthOf(3);
    imports[2]!.resolve('form');
    await module.load();
    expect(module.value).to.equal('form');
    time.advance(3600 * second);
    expect(imports).to.have.lengthOf(3);
  });

  it('is imported again once when the device is online again, after several failures', async () => {
    const module = create();
    void module.load();
    await fail();
    time.advance(30 * second);
    await fail();
    dispatchEvent(new Event('online'));
    expect(imports).to.have.lengthOf(3);
  });

  it('fails after 30 s without an answer', async () => {
    const module = create();
    void module.load();
    time.advance(30 * second);
    for (let task = 0; task < 10; task++) await Promise.resolve();
    expect(module.state.value.status).to.equal('failed');
  });
});
