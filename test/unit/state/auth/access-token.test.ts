import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {createBrowserDesk} from '../../../../demo/desk/browser.js';
import {SupportError} from '../../../../src/contract/errors.js';
import {AccessToken, type TokenSource} from '../../../../src/state/auth/access-token.js';
import {subjectOf} from '../../../../src/state/auth/jwt.js';
import {deferred} from '../../../support/deferred.js';
import {FakeTime} from '../../../support/fake-time.js';
import {supportErrorOf} from '../../../support/rejection.js';
import {createRestBackend} from '../../../support/rest-backend.js';
import {newSignal} from '../../../support/stub-backend.js';
import {unsignedJwt} from '../../../support/unsigned-jwt.js';

/** A token of the customer Lena, by when it expires in seconds since the epoch. */
const lena = (exp: number): string => unsignedJwt({sub: 'lena', exp});
const tomas = unsignedJwt({sub: 'tomas'});

/** A token source that records how it is called. */
function recordingSource(answer: () => Promise<string> | undefined, provider: object = {}) {
  const signals: AbortSignal[] = [];
  const adopted: string[] = [];
  const reasons: string[] = [];
  const source: TokenSource = {
    provider,
    requestToken: (reason, signal) => {
      reasons.push(reason);
      signals.push(signal);
      return answer();
    },
    adopt: token => adopted.push(token),
  };
  return {source, signals, adopted, reasons};
}

function accessWith(token: string, ...sources: readonly {source: TokenSource}[]): AccessToken {
  const access = new AccessToken(token, other => subjectOf(other) === subjectOf(token));
  for (const {source} of sources) access.sources.add(source);
  return access;
}

const answer = (token: string) => () => Promise.resolve(token);
const noAnswer = () => undefined;
const fail = () => Promise.reject(new Error('The portal is down.'));

describe('AccessToken', () => {
  let time: FakeTime;

  beforeEach(() => {
    time = new FakeTime();
  });

  afterEach(() => time.restore());

  describe('renew', () => {
    it('asks the host once if several requests were refused, and serves them all', async () => {
      const token = deferred<string>();
      const host = recordingSource(() => token.promise);
      const access = accessWith(lena(1), host);
      const renewed = Promise.all([access.renew(lena(1)), access.renew(lena(1)), access.renew(lena(1))]);
      token.resolve(lena(2));
      expect(await renewed).to.eql([lena(2), lena(2), lena(2)]);
      expect(access.value).to.equal(lena(2));
      expect(host.reasons).to.eql(['rejected']);
    });

    it('calls no provider if the refused token has been replaced already', async () => {
      const host = recordingSource(answer(lena(3)));
      const access = accessWith(lena(1), host);
      access.replaceWith(lena(2));
      expect(await access.renew(lena(1))).to.equal(lena(2));
      expect(host.reasons).to.be.empty;
    });

    it('asks again if the new token is refused too', async () => {
      const host = recordingSource(answer(lena(2)));
      const access = accessWith(lena(1), host);
      await access.renew(lena(1));
      await access.renew(lena(2));
      expect(host.reasons).to.have.lengthOf(2);
    });

    it('asks a provider that several elements share once', async () => {
      const provider = {};
      const [first, second] = [recordingSource(fail, provider), recordingSource(fail, provider)];
      await supportErrorOf(accessWith(lena(1), first, second).renew(lena(1)));
      expect(first.reasons.length + second.reasons.length).to.equal(1);
    });

    it('asks the next source if one has no answer, fails, or returns an empty token', async () => {
      const answers = [noAnswer, fail, answer(''), answer(lena(2)), answer(lena(3))];
      const sources = answers.map(each => recordingSource(each));
      expect(await accessWith(lena(1), ...sources).renew(lena(1))).to.equal(lena(2));
      expect(sources.map(({reasons}) => reasons.length)).to.eql([1, 1, 1, 1, 0]);
    });

    it('rejects with unauthenticated if no source has an answer', async () => {
      const access = accessWith(lena(1), recordingSource(noAnswer), recordingSource(answer('')));
      expect(await supportErrorOf(access.renew(lena(1)))).to.include({code: 'unauthenticated', status: 401});
    });

    it('rejects with a retryable error if a source has failed', async () => {
      const access = accessWith(lena(1), recordingSource(noAnswer), recordingSource(fail));
      expect(await supportErrorOf(access.renew(lena(1)))).to.include({code: 'unavailable', retryable: true});
    });

    it('asks again after it has failed', async () => {
      let signedIn = false;
      const host = recordingSource(() => (signedIn ? Promise.resolve(lena(2)) : undefined));
      const access = accessWith(lena(1), host);
      await supportErrorOf(access.renew(lena(1)));
      signedIn = true;
      expect(await access.renew(lena(1))).to.equal(lena(2));
    });

    it('is aborted by dispose', () => {
      const host = recordingSource(() => new Promise(() => {}));
      const access = accessWith(lena(1), host);
      void access.renew(lena(1));
      access.dispose();
      expect(host.signals.map(({aborted}) => aborted)).to.eql([true]);
    });

    it('rejects with unavailable after 30 seconds, and still takes a token that comes later', async () => {
      const host = deferred<string>();
      const access = accessWith(
        lena(1),
        recordingSource(() => host.promise),
      );
      const renewed = supportErrorOf(access.renew(lena(1)));
      await time.advanceAsync(30_000);
      expect(await renewed).to.have.property('code', 'unavailable');
      host.resolve(lena(2));
      await time.advanceAsync(0);
      expect(access.value).to.equal(lena(2));
      expect(access.refusal.value).to.be.undefined;
    });
  });

  describe('renewal that returns another customer’s token', () => {
    it('hands the token to the elements of that provider, and does not use it', async () => {
      const provider = {};
      const [first, second] = [recordingSource(answer(tomas), provider), recordingSource(noAnswer, provider)];
      const other = recordingSource(noAnswer);
      const access = accessWith(lena(1), first, second, other);
      expect((await supportErrorOf(access.renew(lena(1)))).code).to.equal('unauthenticated');
      expect(access.value).to.equal(lena(1));
      expect([first.adopted, second.adopted, other.adopted]).to.eql([[tomas], [tomas], []]);
    });

    it('asks the next source', async () => {
      const access = accessWith(lena(1), recordingSource(answer(tomas)), recordingSource(answer(lena(2))));
      expect(await access.renew(lena(1))).to.equal(lena(2));
    });
  });

  describe('renewIfExpiring', () => {
    const inSeconds = (seconds: number): string => lena(Date.now() / 1000 + seconds);

    it('asks the host once, 30 seconds before the token expires', async () => {
      const next = inSeconds(900);
      const host = recordingSource(answer(next));
      const access = accessWith(inSeconds(300), host);
      time.advance(269_000);
      await access.renewIfExpiring();
      expect(host.reasons).to.eql([]);
      time.advance(1_000);
      await Promise.all([access.renewIfExpiring(), access.renewIfExpiring()]);
      expect(host.reasons).to.eql(['expired']);
      expect(access.value).to.equal(next);
    });

    it('renews a token that lives less than a minute at half of its life', async () => {
      const host = recordingSource(noAnswer);
      const access = accessWith(inSeconds(40), host);
      time.advance(19_000);
      await access.renewIfExpiring();
      expect(host.reasons).to.eql([]);
      time.advance(1_000);
      await access.renewIfExpiring();
      expect(host.reasons).to.eql(['expired']);
    });

    it('asks once and keeps the token if the host fails', async () => {
      const token = inSeconds(60);
      const host = recordingSource(fail);
      const access = accessWith(token, host);
      time.advance(59_000);
      await access.renewIfExpiring();
      await access.renewIfExpiring();
      expect(host.reasons).to.eql(['expired']);
      expect(access.value).to.equal(token);
      expect(access.refusal.value).to.be.undefined;
    });

    it('waits 3 seconds at most, as the current token is still valid', async () => {
      const token = inSeconds(60);
      const host = recordingSource(() => new Promise(() => {}));
      const access = accessWith(token, host);
      time.advance(35_000);
      let isSettled = false;
      void access.renewIfExpiring()?.then(() => (isSettled = true));
      await time.advanceAsync(2_999);
      expect(isSettled).to.be.false;
      await time.advanceAsync(1);
      expect(isSettled).to.be.true;
      await access.renewIfExpiring();
      expect(host.reasons).to.eql(['expired']);
      expect(access.value).to.equal(token);
    });

    it('does nothing if the token has expired by a device clock that may be wrong', async () => {
      const host = recordingSource(noAnswer);
      const access = accessWith(inSeconds(-100_000), host);
      await access.renewIfExpiring();
      expect(host.reasons).to.eql([]);
      expect(access.refusal.value).to.be.undefined;
    });
  });

  describe('refusal', () => {
    it('is recorded only for errors that hold for the whole account', () => {
      const access = accessWith(lena(1));
      for (const code of ['network', 'unavailable', 'not_found', 'invalid', 'rate_limited'] as const) {
        access.recordRefusal(new SupportError(code));
        expect(access.refusal.value).to.be.undefined;
      }
      const gone = new SupportError('gone');
      access.recordRefusal(gone);
      expect(access.refusal.value).to.equal(gone);
    });

    it('is lifted by a new token if the old one was not authenticated', () => {
      const access = accessWith(lena(1));
      access.recordRefusal(new SupportError('unauthenticated'));
      expect(access.replaceWith(lena(1))).to.be.false;
      expect(access.refusal.value?.code).to.equal('unauthenticated');
      expect(access.replaceWith(lena(2))).to.be.true;
      expect(access.refusal.value).to.be.undefined;
    });

    it('is not lifted by a new token if the account is gone', () => {
      const access = accessWith(lena(1));
      access.recordRefusal(new SupportError('gone'));
      expect(access.replaceWith(lena(2))).to.be.false;
      expect(access.refusal.value?.code).to.equal('gone');
    });

    it('is not reported as lifted if there was none', () => {
      expect(accessWith(lena(1)).replaceWith(lena(2))).to.be.false;
    });
  });

  describe('withToken', () => {
    const refused = new SupportError('unauthenticated', {status: 401});

    /** A server that accepts some tokens, and records which it has seen. */
    function serverAccepting(...accepted: readonly string[]) {
      const seen: string[] = [];
      const send = async (token: string): Promise<string> => {
        seen.push(token);
        if (!accepted.includes(token)) throw refused;
        return 'response';
      };
      return {seen, send};
    }

    it('sends the request again with a renewed token after a 401', async () => {
      const {seen, send} = serverAccepting(lena(2));
      const access = accessWith(lena(1), recordingSource(answer(lena(2))));
      expect(await access.withToken(send, newSignal())).to.equal('response');
      expect(seen).to.eql([lena(1), lena(2)]);
    });

    it('does not send the request again after another error', async () => {
      const host = recordingSource(answer(lena(2)));
      const access = accessWith(lena(1), host);
      const error = new SupportError('forbidden');
      expect(await supportErrorOf(access.withToken(() => Promise.reject(error), newSignal()))).to.equal(error);
      expect(host.reasons).to.eql([]);
    });

    it('fails if a new token that was never accepted is refused too', async () => {
      const {seen, send} = serverAccepting();
      const host = recordingSource(answer(lena(2)));
      expect(await supportErrorOf(accessWith(lena(1), host).withToken(send, newSignal()))).to.equal(refused);
      expect(seen).to.eql([lena(1), lena(2)]);
    });

    it('gives up after three tokens', async () => {
      const {seen, send} = serverAccepting();
      let exp = 1;
      const access = accessWith(
        lena(1),
        recordingSource(() => Promise.resolve(lena(++exp))),
      );
      const failing = access.withToken(async token => {
        // Elements may set further tokens meanwhile.
        access.replaceWith(lena(++exp));
        return send(token);
      }, newSignal());
      expect(await supportErrorOf(failing)).to.equal(refused);
      expect(seen).to.have.lengthOf(3);
    });

    it('does not send the request again if it was aborted meanwhile', async () => {
      const {seen, send} = serverAccepting(lena(2));
      const controller = new AbortController();
      const host = recordingSource(async () => {
        controller.abort();
        return lena(2);
      });
      const failing = accessWith(lena(1), host).withToken(send, controller.signal);
      expect(await failing.catch((error: unknown) => error)).to.have.property('name', 'AbortError');
      expect(seen).to.eql([lena(1)]);
    });
  });
});

describe('requests that are refused together', () => {
  it('make the client ask the host once, and are all sent again', async () => {
    const desk = createBrowserDesk();
    const [expired, fresh] = [await desk.tokenFor(undefined, -1), await desk.tokenFor()];
    const host = recordingSource(answer(fresh));
    const access = accessWith(expired, host);
    const backend = createRestBackend(desk.fetch, {
      get token() {
        return access.value;
      },
      renew: refused => access.renew(refused),
    });
    const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
    const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};
    await Promise.all([
      backend.listTickets({cursor: null}, options),
      backend.getConfig(options),
      backend.getUpdates(options),
      backend.createTicket(draft, options),
    ]);
    expect(host.reasons).to.have.lengthOf(1);
    const statuses = desk.requests.map(({status}) => status);
    expect(statuses.filter(status => status === 401)).to.have.lengthOf(4);
    expect(statuses.filter(status => status === 200 || status === 201)).to.have.lengthOf(4);
  });
});
