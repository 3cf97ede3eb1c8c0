import {expect} from 'chai';
import {describe, it} from 'node:test';

import {LruMap} from '../../../src/internal/lru-map.js';

function mapOf(capacity: number, ...keys: readonly string[]): LruMap<string> {
  const map = new LruMap<string>(capacity);
  for (const key of keys) map.set(key, `value of ${key}`);
  return map;
}

const keysOf = (map: LruMap<string>): string => [...map.keys()].join(' ');

describe('LruMap', () => {
  it('keeps all entries while it is within its capacity', () => {
    const map = mapOf(3, 'a', 'b', 'c');
    expect(keysOf(map)).to.equal('a b c');
    expect(map.get('a')).to.equal('value of a');
  });

  it('drops the oldest entry when one is set beyond its capacity', () => {
    const map = mapOf(2, 'a', 'b', 'c');
    expect(keysOf(map)).to.equal('b c');
    expect(map.get('a')).to.be.undefined;
  });

  it('keeps an entry that was read and drops the one that was not', () => {
    const map = mapOf(2, 'a', 'b');
    map.get('a');
    map.set('c', 'value of c');
    expect(keysOf(map)).to.equal('a c');
  });

  it('keeps an entry that was set again, with its new value', () => {
    const map = mapOf(2, 'a', 'b');
    map.set('a', 'another value');
    map.set('c', 'value of c');
    expect(keysOf(map)).to.equal('a c');
    expect(map.get('a')).to.equal('another value');
  });

  it('returns undefined for an unknown key and adds no entry', () => {
    const map = mapOf(2, 'a', 'b');
    expect(map.get('c')).to.be.undefined;
    expect(keysOf(map)).to.equal('a b');
  });

  it('refreshes an entry whose value is undefined', () => {
    const map = new LruMap<string | undefined>(2);
    map.set('a', undefined).set('b', 'value of b');
    map.get('a');
    map.set('c', 'value of c');
    expect([...map.keys()].join(' ')).to.equal('a c');
  });
});
