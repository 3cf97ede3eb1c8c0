import {describe, it} from 'node:test';

import {expect} from 'chai';

import type {TokenProvider} from '../../../../src/contract/token.js';
import {HostTokenSource, type TokenHost} from '../../../../src/controllers/session/token-source.js';
import {nextTask} from '../../../support/next-task.js';

/** A source whose element has been rendered with this token, and the tokens that it has announced since. */
function sourceWith(token: unknown) {
  const host = Object.assign(new EventTarget(), {tokenProvider: undefined as TokenProvider | undefined});
  const announced: string[] = [];
  const source = new HostTokenSource(host as unknown as TokenHost, () => announced.push(source.value));
  source.set(token as string);
  source.update();
  announced.length = 0;
  return {host, source, announced};
}

describe('a token provider that is set after a token', () => {
  for (const [what, provided] of [
    ['another token', 'fresh'],
    ['the same token, which counts as new', 'opaque'],
    ['a token of another customer', 'e30.eyJzdWIiOiJ0d28ifQ.x'],
  ] as const) {
    it(`is asked, and returns ${what}`, async () => {
      const {host, source, announced} = sourceWith('opaque');
      let calls = 0;
      host.tokenProvider = async () => {
        calls++;
        return provided;
      };
      source.update();
      expect(source.value).to.equal('opaque');
      await nextTask();
      source.update();
      expect(calls).to.equal(1);
      expect(source.value).to.equal(provided);
      expect(announced).to.eql(['', provided]);
    });
  }

  it('signs the customer out if it says so', async () => {
    const {host, source} = sourceWith('opaque');
    host.tokenProvider = () => '';
    source.update();
    await nextTask();
    expect(source.value).to.equal('');
    expect(source.error?.code).to.equal('unauthenticated');
  });

  it('leaves the token as it is if it fails', async context => {
    context.mock.method(console, 'warn', () => {});
    const {host, source} = sourceWith('opaque');
    host.tokenProvider = () => Promise.reject(new Error('The portal is down.'));
    source.update();
    await nextTask();
    expect(source.value).to.equal('opaque');
    expect(source.error).to.be.undefined;
  });

  it('does not replace a token that is set while it is asked', async () => {
    const {host, source} = sourceWith('opaque');
    host.tokenProvider = async () => 'provided';
    source.update();
    source.set('newest');
    await nextTask();
    expect(source.value).to.equal('newest');
  });
});

describe('a token that is no text', () => {
  for (const [what, token] of [
    ['a promise', Promise.resolve('token')],
    ['an object', {}],
    ['a number', 42],
    ['an object without a prototype', Object.create(null)],
    ['a symbol', Symbol('token')],
  ] as const) {
    it(`is an error of the page’s developer, and not the end of the element: ${what}`, context => {
      const warn = context.mock.method(console, 'warn', () => {});
      const {source} = sourceWith('');
      source.set(token as unknown as string);
      expect(source.error?.code).to.equal('misconfigured');
      expect(source.value).to.equal('');
      source.set('token');
      expect(source.error).to.be.undefined;
      expect(source.value).to.equal('token');
      expect(warn.mock.callCount()).to.be.at.most(1);
    });
  }
});
