import {expect} from '@open-wc/testing';

import {randomId} from '../../../src/internal/random-id.js';

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

const many = (): Set<string> => new Set(Array.from({length: 200}, randomId));

describe('a random id', () => {
  const native = Object.getOwnPropertyDescriptor(Crypto.prototype, 'randomUUID')!;

  afterEach(() => {
    Object.defineProperty(Crypto.prototype, 'randomUUID', native);
  });

  it('is a UUID, and never the same', () => {
    const ids = many();
    expect(ids).to.have.lengthOf(200);
    for (const id of ids) expect(id).to.match(uuid);
  });

  it('is so on plain http as well, where browsers have no crypto.randomUUID', () => {
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
    expect('randomUUID' in crypto).to.be.false;
    const ids = many();
    expect(ids).to.have.lengthOf(200);
    for (const id of ids) expect(id).to.match(uuid);
  });
});
