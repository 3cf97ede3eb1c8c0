import {expect} from '@open-wc/testing';

import {TokenExpiredEvent} from '../../src/contract/session-events.js';
import type {TokenProvider, TokenRequest} from '../../src/contract/token.js';
import {HostToken} from '../../src/controllers/host-token.js';
import {deferred} from '../support/deferred.js';
import {nextTask} from '../support/next-task.js';
import {aSignal} from '../support/scripted-backend.js';

interface Host extends HTMLElement {
  tokenProvider: TokenProvider | undefined;
}

function hostOf(tokenProvider?: TokenProvider) {
  const host: Host = Object.assign(document.createElement('div'), {tokenProvider});
  const news = {times: 0};
  const token = new HostToken(host, () => news.times++);
  token.update();
  return {host, token, news};
}

describe('the token of a host', () => {
  it('is missing until somebody gives one', () => {
    const {token, news} = hostOf();
    expect(token.isMissing).to.be.true;
    token.give('set');
    expect(token).to.include({isMissing: false, value: 'set'});
    expect(news.times).to.equal(1);
  });

  it('is the one that its provider gives, at first', async () => {
    const asked: TokenRequest[] = [];
    const {token, news} = hostOf(async request => {
      asked.push(request);
      return 'provided';
    });
    expect(token).to.include({isMissing: false, value: ''});
    await nextTask();
    expect(token.value).to.equal('provided');
    expect(news.times).to.equal(1);
    expect(asked.map(({reason}) => reason)).to.eql(['initial']);
  });

  it('is asked of a provider once, for elements that ask together', async () => {
    let asked = 0;
    const provider = (): string => `provided ${++asked}`;
    const both = [hostOf(provider), hostOf(provider)];
    await nextTask();
    expect(both.map(({token}) => token.value)).to.eql(['provided 1', 'provided 1']);
    expect(asked).to.equal(1);
  });

  it('is the one that was set, where there is a provider as well', async () => {
    let asked = 0;
    const {token} = hostOf();
    const host = Object.assign(document.createElement('div'), {tokenProvider: () => `provided ${++asked}`});
    const set = new HostToken(host, () => {});
    set.give('set');
    set.update();
    await nextTask();
    expect(set.value).to.equal('set');
    expect(asked).to.equal(0);
    expect(token.isMissing).to.be.true;
  });

  for (const [what, provider] of Object.entries({
    'has none': () => '',
    rejects: () => Promise.reject(new Error('signed out')),
    throws: () => {
      throw new Error('signed out');
    },
  } satisfies Record<string, TokenProvider>)) {
    it(`is refused where the provider ${what}`, async () => {
      const {token} = hostOf(provider);
      await nextTask();
      expect(token).to.include({isRefused: true, value: ''});
    });
  }

  it('is not that of a provider that has been replaced, however late it answers', async () => {
    const late = deferred<string>();
    const {host, token} = hostOf(() => late.promise);
    host.tokenProvider = () => 'of the second';
    token.update();
    await nextTask();
    late.resolve('of the first');
    await nextTask();
    expect(token.value).to.equal('of the second');
  });
});

describe('a token that was refused', () => {
  it('is asked for by an event, where there is no provider', async () => {
    const {host, token} = hostOf();
    host.addEventListener(TokenExpiredEvent.type, event => event.respondWith('fresh'));
    expect(await token.askForToken(aSignal())).to.equal('fresh');
  });

  it('has no successor where nobody answers', () => {
    expect(hostOf().token.askForToken(aSignal())).to.be.undefined;
  });

  it('is asked for of the provider, which hears why, and when nobody waits any more', async () => {
    const asked: TokenRequest[] = [];
    const {host, token} = hostOf(request => {
      asked.push(request);
      return 'fresh';
    });
    host.addEventListener(TokenExpiredEvent.type, () => expect.fail('The provider speaks for the host'));
    await nextTask();
    const leaving = new AbortController();
    expect(await token.askForToken(leaving.signal)).to.equal('fresh');
    leaving.abort();
    expect(asked[1]?.reason).to.equal('rejected');
    expect(asked[1]?.signal.aborted).to.be.true;
  });

  it('is asked for of one authority by all elements that share a provider', () => {
    const provider = (): string => 'token';
    expect(hostOf(provider).token.authority).to.equal(hostOf(provider).token.authority);
    expect(hostOf().token.authority).not.to.equal(hostOf().token.authority);
  });

  it('makes way for another customer’s', async () => {
    const [provided, set] = [hostOf(() => 'lena'), hostOf()];
    await nextTask();
    set.token.give('lena');
    for (const {token, news} of [provided, set]) {
      const before = news.times;
      token.adopt('tomas');
      expect(token.value).to.equal('tomas');
      expect(news.times).to.equal(before + 1);
    }
  });
});
