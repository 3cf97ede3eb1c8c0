import {expect} from '@open-wc/testing';

import {SupportError} from '../../../../src/contract/errors.js';
import {AccessToken, type TokenSource} from '../../../../src/state/auth/access-token.js';
import {subjectOf} from '../../../../src/state/auth/jwt.js';
import {createBrowserDesk} from '../../../../demo/desk/browser.js';
import {deferred} from '../../../support/deferred.js';
import {supportErrorOf} from '../../../support/rejection.js';
import {createRestBackend} from '../../../support/rest-backend.js';
import {newSignal} from '../../../support/stub-backend.js';
import {unsignedJwt} from '../../../support/unsigned-jwt.js';

const lena = (exp: number): string => unsignedJwt({sub: 'lena', exp});
const tomas = unsignedJwt({sub: 'tomas'});

const accessOf = (token: string): AccessToken => new AccessToken(token, other => subjectOf(other) === subjectOf(token));

/** An element that speaks for a host, and writes down what is asked of it. */
function source(answer: () => Promise<string> | undefined, authority: object = {}) {
  const asked: AbortSignal[] = [];
  const adopted: string[] = [];
  const reasons: string[] = [];
  const itself: TokenSource = {
    provider: authority,
    requestToken: (reason, signal) => {
      reasons.push(reason);
      asked.push(signal);
      return answer();
    },
    adopt: token => adopted.push(token),
  };
  return {itself, asked, adopted, reasons};
}

function withSources(...sources: readonly {itself: TokenSource}[]): AccessToken {
  const access = accessOf(lena(1));
  for (const {itself} of sources) access.sources.add(itself);
  return access;
}

const answer = (token: string) => () => Promise.resolve(token);
const none = () => undefined;
const refuse = () => Promise.reject(new Error('The portal is down.'));

describe('a token that is renewed', () => {
  it('is asked for once, however many were refused, and stands for all', async () => {
    const token = deferred<string>();
    const host = source(() => token.promise);
    const access = withSources(host);
    const renewed = Promise.all([access.renew(lena(1)), access.renew(lena(1)), access.renew(lena(1))]);
    token.resolve(lena(2));
    expect(await renewed).to.eql([lena(2), lena(2), lena(2)]);
    expect(access.value).to.equal(lena(2));
    expect(host.asked).to.have.lengthOf(1);
  });

  it('is not asked for where the one that was refused is an old one', async () => {
    const host = source(answer(lena(3)));
    const access = withSources(host);
    access.replaceWith(lena(2));
    expect(await access.renew(lena(1))).to.equal(lena(2));
    expect(host.asked).to.be.empty;
  });

  it('is asked for again when the new one is refused in its turn', async () => {
    const host = source(answer(lena(2)));
    const access = withSources(host);
    await access.renew(lena(1));
    await access.renew(lena(2));
    expect(host.asked).to.have.lengthOf(2);
  });

  it('is asked of one provider once, though several elements know it', async () => {
    const provider = {};
    const [first, second] = [source(refuse, provider), source(refuse, provider)];
    await supportErrorOf(withSources(first, second).renew(lena(1)));
    expect(first.asked.length + second.asked.length).to.equal(1);
  });

  it('is asked of the next where one has no answer, fails, or answers with nothing', async () => {
    const hosts = [source(none), source(refuse), source(answer('')), source(answer(lena(2))), source(answer(lena(3)))];
    expect(await withSources(...hosts).renew(lena(1))).to.equal(lena(2));
    expect(hosts.map(({asked}) => asked.length)).to.eql([1, 1, 1, 1, 0]);
  });

  it('is missing where nobody has an answer', async () => {
    const error = await supportErrorOf(withSources(source(none), source(answer(''))).renew(lena(1)));
    expect(error).to.include({code: 'unauthenticated', status: 401});
  });

  it('may still come where somebody has failed to answer', async () => {
    const error = await supportErrorOf(withSources(source(none), source(refuse)).renew(lena(1)));
    expect(error).to.include({code: 'unavailable', retryable: true});
  });

  it('is asked for again after it was missing', async () => {
    let signedIn = false;
    const access = withSources(source(() => (signedIn ? Promise.resolve(lena(2)) : undefined)));
    await supportErrorOf(access.renew(lena(1)));
    signedIn = true;
    expect(await access.renew(lena(1))).to.equal(lena(2));
  });

  it('is not waited for any more when everybody has left', () => {
    const host = source(() => new Promise(() => {}));
    const access = withSources(host);
    void access.renew(lena(1));
    access.dispose();
    expect(host.asked[0]?.aborted).to.be.true;
  });
});

describe('another customer’s token', () => {
  it('is adopted by the elements of that host, and not used', async () => {
    const provider = {};
    const [first, second] = [source(answer(tomas), provider), source(none, provider)];
    const other = source(none);
    const access = withSources(first, second, other);
    expect((await supportErrorOf(access.renew(lena(1)))).code).to.equal('unauthenticated');
    expect(access.value).to.equal(lena(1));
    expect([first.adopted, second.adopted, other.adopted]).to.eql([[tomas], [tomas], []]);
  });

  it('does not keep the next host from answering', async () => {
    const access = withSources(source(answer(tomas)), source(answer(lena(2))));
    expect(await access.renew(lena(1))).to.equal(lena(2));
  });
});

describe('an account that is refused', () => {
  it('is remembered where the failure holds for all of it', () => {
    const access = accessOf(lena(1));
    for (const code of ['network', 'unavailable', 'not_found', 'invalid', 'rate_limited'] as const) {
      access.recordRefusal(new SupportError(code));
      expect(access.refusal.value).to.be.undefined;
    }
    const gone = new SupportError('gone');
    access.recordRefusal(gone);
    expect(access.refusal.value).to.equal(gone);
  });

  it('is let in by a new token where it was only not signed in', () => {
    const access = accessOf(lena(1));
    access.recordRefusal(new SupportError('unauthenticated'));
    expect(access.replaceWith(lena(1))).to.be.false;
    expect(access.refusal.value?.code).to.equal('unauthenticated');
    expect(access.replaceWith(lena(2))).to.be.true;
    expect(access.refusal.value).to.be.undefined;
  });

  it('is not let in by a new token where it is refused for good', () => {
    const access = accessOf(lena(1));
    access.recordRefusal(new SupportError('gone'));
    expect(access.replaceWith(lena(2))).to.be.false;
    expect(access.refusal.value?.code).to.equal('gone');
  });

  it('has no news in a token that replaces one that is good', () => {
    expect(accessOf(lena(1)).replaceWith(lena(2))).to.be.false;
  });
});

describe('many requests that are refused at once', () => {
  it('ask the host once, and are all made again', async () => {
    const desk = createBrowserDesk();
    const [expired, fresh] = [await desk.tokenFor(undefined, -1), await desk.tokenFor()];
    const host = source(answer(fresh));
    const access = accessOf(expired);
    access.sources.add(host.itself);
    const backend = createRestBackend(desk.fetch, access);
    const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
    const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};
    await Promise.all([
      backend.listTickets({cursor: null}, options),
      backend.getConfig(options),
      backend.getUpdates(options),
      backend.createTicket(draft, options),
    ]);
    expect(host.asked).to.have.lengthOf(1);
    const statuses = desk.requests.map(({status}) => status);
    expect(statuses.filter(status => status === 401)).to.have.lengthOf(4);
    expect(statuses.filter(status => status === 200 || status === 201)).to.have.lengthOf(4);
  });
});
