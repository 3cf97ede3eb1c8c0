import {expect} from '@open-wc/testing';

import {AccessToken, type TokenSource} from '../../../../src/state/auth/access-token.js';
import {deferred} from '../../../support/deferred.js';
import {FakeEnvironment} from '../../../support/fake-environment.js';
import {supportErrorOf} from '../../../support/rejection.js';
import {unsignedJwt} from '../../../support/unsigned-jwt.js';

const lena = (exp: number): string => unsignedJwt({sub: 'lena', exp});

/** A host that gives an answer, and writes down why it was asked. */
function source(answer: () => Promise<string> | undefined) {
  const reasons: string[] = [];
  const itself: TokenSource = {
    provider: {},
    requestToken: reason => {
      reasons.push(reason);
      return answer();
    },
    adopt: () => {},
  };
  return {itself, reasons};
}

const answer = (token: string) => () => Promise.resolve(token);
const none = () => undefined;
const refuse = () => Promise.reject(new Error('The portal is down.'));

describe('a token that is about to end', () => {
  let time: FakeEnvironment;

  beforeEach(() => {
    time = new FakeEnvironment();
  });

  afterEach(() => time.restore());

  it('is asked for before the server refuses it, once', async () => {
    const start = Date.now() / 1000;
    const host = source(answer(lena(start + 900)));
    const access = new AccessToken(lena(start + 300), () => true);
    access.sources.add(host.itself);
    await access.renewIfExpiring();
    expect(host.reasons).to.eql([]);
    time.advance(271_000);
    await Promise.all([access.renewIfExpiring(), access.renewIfExpiring()]);
    expect(host.reasons).to.eql(['expired']);
    expect(access.value).to.equal(lena(start + 900));
  });

  it('stays in use where there is no other', async () => {
    const token = lena(Date.now() / 1000 + 60);
    const host = source(refuse);
    const access = new AccessToken(token, () => true);
    access.sources.add(host.itself);
    time.advance(59_000);
    await access.renewIfExpiring();
    await access.renewIfExpiring();
    expect(host.reasons).to.eql(['expired']);
    expect(access.value).to.equal(token);
    expect(access.refusal.value).to.be.undefined;
  });

  it('is waited for no longer than three seconds: the old one is still good', async () => {
    const token = lena(Date.now() / 1000 + 60);
    const host = source(() => new Promise(() => {}));
    const access = new AccessToken(token, () => true);
    access.sources.add(host.itself);
    time.advance(35_000);
    const prepared = access.renewIfExpiring();
    await Promise.resolve();
    time.advance(3_000);
    await prepared;
    await access.renewIfExpiring();
    expect(host.reasons).to.eql(['expired']);
    expect(access.value).to.equal(token);
  });

  it('is taken when it comes, though nobody waited so long', async () => {
    const host = deferred<string>();
    const access = new AccessToken(lena(1), () => true);
    access.sources.add(source(() => host.promise).itself);
    const renewed = access.renew(lena(1));
    await Promise.resolve();
    time.advance(30_000);
    expect(await supportErrorOf(renewed)).to.have.property('code', 'unavailable');
    host.resolve(lena(2));
    await host.promise;
    await Promise.resolve();
    expect(access.value).to.equal(lena(2));
    expect(access.refusal.value).to.be.undefined;
  });

  it('is not refused here because this device’s clock is wrong', async () => {
    const host = source(none);
    const access = new AccessToken(lena(Date.now() / 1000 - 100_000), () => true);
    access.sources.add(host.itself);
    await access.renewIfExpiring();
    expect(host.reasons).to.eql([]);
    expect(access.refusal.value).to.be.undefined;
  });
});
