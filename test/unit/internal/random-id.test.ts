import {afterEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {randomId} from '../../../src/internal/random-id.js';

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

const many = (): Set<string> => new Set(Array.from({length: 200}, randomId));

describe('randomId', () => {
  const native = Object.getOwnPropertyDescriptor(Crypto.prototype, 'randomUUID')!;

  afterEach(() => {
    Object.defineProperty(Crypto.prototype, 'randomUUID', native);
  });

  it('returns a UUID, another one each time', () => {
    const ids = many();
    expect(ids).to.have.lengthOf(200);
    for (const id of ids) expect(id).to.match(uuid);
  });

  it('does so without crypto.randomUUID, which browsers do not have on plain HTTP', () => {
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
    expect('randomUUID' in crypto).to.be.false;
    const ids = many();
    expect(ids).to.have.lengthOf(200);
    for (const id of ids) expect(id).to.match(uuid);
  });
});
