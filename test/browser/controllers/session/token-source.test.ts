import {expect} from '@open-wc/testing';

import {TokenExpiredEvent} from '../../../../src/contract/session-events.js';
import type {TokenProvider, TokenRequest} from '../../../../src/contract/token.js';
import {HostTokenSource} from '../../../../src/controllers/session/token-source.js';
import {captureConsoleInEachTest} from '../../../support/captured-console.js';
import {deferred} from '../../../support/deferred.js';
import {nextTask} from '../../../support/next-task.js';
import {newSignal} from '../../../support/stub-backend.js';

interface Host extends HTMLElement {
  tokenProvider: TokenProvider | undefined;
  backend: object | undefined;
  customerKey: string;
}

const noBackend = {backend: undefined, customerKey: ''};

function hostOf(tokenProvider?: TokenProvider) {
  const host: Host = Object.assign(document.createElement('div'), {tokenProvider, ...noBackend});
  const changes = {times: 0};
  const token = new HostTokenSource(host, () => changes.times++);
  token.update();
  return {host, token, changes};
}

describe('token source', () => {
  captureConsoleInEachTest();

  it('has no token until the host sets one', () => {
    const {token, changes} = hostOf();
    expect(token.isMissing).to.be.true;
    token.set('set');
    expect(token).to.include({isMissing: false, value: 'set'});
    expect(changes.times).to.equal(1);
  });

  it('asks the token provider for the initial token', async () => {
    const requests: TokenRequest[] = [];
    const {token, changes} = hostOf(async request => {
      requests.push(request);
      return 'provided';
    });
    expect(token).to.include({isMissing: false, value: ''});
    await nextTask();
    expect(token.value).to.equal('provided');
    expect(changes.times).to.equal(1);
    expect(requests.map(({reason}) => reason)).to.eql(['initial']);
  });

  it('asks a shared token provider once when several elements start together', async () => {
    let calls = 0;
    const provider = (): string => `provided-${++calls}`;
    const both = [hostOf(provider), hostOf(provider)];
    await nextTask();
    expect(both.map(({token}) => token.value)).to.eql(['provided-1', 'provided-1']);
    expect(calls).to.equal(1);
  });

  it('is the customer’s key for a custom backend, unless the host has a token or a provider', () => {
    const {host, token} = hostOf();
    host.customerKey = 'C-1042';
    expect(token.value).to.equal('');
    host.backend = {};
    expect(token.value)
      .to.match(/^customer-key:/)
      .and.not.contain('C-1042');
    expect(token.isMissing).to.be.false;
    token.set('set');
    expect(token.value).to.equal('set');
    const provided = hostOf(async () => 'provided');
    Object.assign(provided.host, {backend: {}, customerKey: 'C-1042'});
    expect(provided.token.value).to.equal('');
  });

  it('uses the token property and does not ask the provider when both are set', async () => {
    let calls = 0;
    const {token} = hostOf();
    const tokenProvider = (): string => `provided-${++calls}`;
    const host: Host = Object.assign(document.createElement('div'), {tokenProvider, ...noBackend});
    const set = new HostTokenSource(host, () => {});
    set.set('set');
    set.update();
    await nextTask();
    expect(set.value).to.equal('set');
    expect(calls).to.equal(0);
    expect(token.isMissing).to.be.true;
  });

  it('reports unauthenticated when the provider returns an empty string, and calls it again only if it is told to', async () => {
    let calls = 0;
    const {token} = hostOf(() => {
      calls++;
      return '';
    });
    await nextTask();
    expect(token.value).to.equal('');
    expect(token.error?.code).to.equal('unauthenticated');
    expect(token.canRetry).to.be.false;
    expect(calls).to.equal(1);
    await token.retry();
    expect(calls).to.equal(2);
  });

  for (const [what, fail] of Object.entries({
    rejects: () => Promise.reject(new Error('The portal is down.')),
    throws: () => {
      throw new Error('The portal is down.');
    },
  })) {
    it(`asks the provider again on retry when it ${what}`, async () => {
      let calls = 0;
      const {token, changes} = hostOf(() => (++calls < 3 ? fail() : 'provided'));
      await nextTask();
      const first = token.error;
      expect(first?.code).to.equal('unavailable');
      await token.retry();
      expect(token.error?.code).to.equal('unavailable');
      expect(token.error).not.to.equal(first);
      const before = changes.times;
      const again = [token.retry(), token.retry()];
      expect(token.error).to.be.undefined;
      await Promise.all(again);
      expect(token).to.include({value: 'provided', error: undefined});
      expect(calls).to.equal(3);
      expect(changes.times).to.equal(before + 2);
    });
  }

  it('asks a shared provider once when several elements retry together', async () => {
    let calls = 0;
    const provider = (): Promise<string> => (++calls === 1 ? Promise.reject(new Error()) : Promise.resolve('provided'));
    const both = [hostOf(provider), hostOf(provider)];
    await nextTask();
    await Promise.all(both.map(({token}) => token.retry()));
    expect(both.map(({token}) => token.value)).to.eql(['provided', 'provided']);
    expect(calls).to.equal(2);
  });

  it('uses the token property when the provider has failed', async () => {
    const {token} = hostOf(() => Promise.reject(new Error()));
    await nextTask();
    token.set('set');
    expect(token).to.include({value: 'set', error: undefined});
  });

  it('ignores a late token of a provider that was replaced', async () => {
    const late = deferred<string>();
    const {host, token} = hostOf(() => late.promise);
    host.tokenProvider = () => 'of-the-second';
    token.update();
    await nextTask();
    late.resolve('of-the-first');
    await nextTask();
    expect(token.value).to.equal('of-the-second');
  });
});

describe('token source, after a token was refused', () => {
  it('dispatches isp-token-expired and uses the answer when there is no provider', async () => {
    const {host, token} = hostOf();
    host.addEventListener(TokenExpiredEvent.type, event => event.respondWith('fresh'));
    expect(await token.requestToken('rejected', newSignal())).to.equal('fresh');
  });

  it('returns undefined when no listener answers isp-token-expired', () => {
    expect(hostOf().token.requestToken('rejected', newSignal())).to.be.undefined;
  });

  it('asks the provider with reason "rejected" and aborts its signal when the request is aborted', async () => {
    const requests: TokenRequest[] = [];
    const {host, token} = hostOf(request => {
      requests.push(request);
      return 'fresh';
    });
    host.addEventListener(TokenExpiredEvent.type, () => expect.fail('The provider speaks for the host'));
    await nextTask();
    const controller = new AbortController();
    expect(await token.requestToken('rejected', controller.signal)).to.equal('fresh');
    controller.abort();
    expect(requests[1]?.reason).to.equal('rejected');
    expect(requests[1]?.signal.aborted).to.be.true;
  });

  it('has the same authority for all elements that share a provider', () => {
    const provider = (): string => 'token';
    expect(hostOf(provider).token.provider).to.equal(hostOf(provider).token.provider);
    expect(hostOf().token.provider).not.to.equal(hostOf().token.provider);
  });

  it('adopts the token of another customer', async () => {
    const [provided, set] = [hostOf(() => 'lena'), hostOf()];
    await nextTask();
    set.token.set('lena');
    for (const {token, changes} of [provided, set]) {
      const before = changes.times;
      token.adopt('tomas');
      expect(token.value).to.equal('tomas');
      expect(changes.times).to.equal(before + 1);
    }
  });
});
