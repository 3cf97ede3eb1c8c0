import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload} from 'jose';

import {verifyJwt} from '../../../gateway/index.js';
import {createGateway} from './gateway-client.js';

const secret = 'a secret that is at least 32 bytes long';
const bytes = new TextEncoder().encode(secret);
const seconds = Math.floor(Date.now() / 1000);

const sign = (claims: JWTPayload, key: Parameters<SignJWT['sign']>[0] = bytes, alg = 'HS256'): Promise<string> =>
  new SignJWT({sub: 'lena', aud: 'tickets', iss: 'portal', exp: seconds + 900, ...claims})
    .setProtectedHeader({alg})
    .sign(key);

const request = (token: string): Request =>
  new Request('https://desk.example/', {headers: {Authorization: `Bearer ${token}`}});

describe('verifyJwt', () => {
  const verify = verifyJwt({key: secret, audience: 'tickets', issuer: 'portal'});

  it('returns the customer of a token that the portal has signed', async () => {
    const {id, expires, claims} = await verify(request(await sign({plan: 'fibre'})));
    assert.deepEqual([id, expires, claims['plan']], ['lena', seconds + 900, 'fibre']);
    const byNumber = verifyJwt({key: bytes, claim: 'customer_number'});
    assert.equal((await byNumber(request(await sign({customer_number: 'C-1'})))).id, 'C-1');
    assert.equal((await byNumber(request(await sign({customer_number: 1042})))).id, '1042');
  });

  it('takes no PEM for a secret, with which everyone who has the public key could sign', async () => {
    const pem = await exportSPKI((await generateKeyPair('RS256', {extractable: true})).publicKey);
    assert.throws(() => verifyJwt({key: pem}), /importSPKI/);
  });

  it('refuses a token that is expired, for another purpose, of another issuer, unsigned or without a customer', async () => {
    const none = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({sub: 'lena', exp: seconds + 900}))}.`;
    const tokens = [
      await sign({exp: seconds - 60}),
      await sign({aud: 'staff'}),
      await sign({iss: 'else'}),
      await sign({}, new TextEncoder().encode('another secret of at least 32 bytes')),
      await sign({sub: ''}),
      none.replaceAll('=', ''),
      'opaque',
    ];
    for (const token of tokens) await assert.rejects(verify(request(token)), {status: 401});
    await assert.rejects(verify(new Request('https://desk.example/')), {status: 401});
  });

  it('says at the gateway why a token is refused', async () => {
    const {call} = createGateway({customer: verify});
    const expired = await call(await sign({exp: seconds - 60}), 'GET', '/tickets');
    assert.equal(expired.json.detail, 'The token has expired.');
    assert.match(expired.headers.get('WWW-Authenticate')!, /error="invalid_token"/);
    const missing = await call('', 'GET', '/tickets');
    assert.equal(missing.headers.get('WWW-Authenticate'), 'Bearer');
    assert.equal((await call(await sign({}), 'GET', '/tickets')).status, 200);
  });

  it('takes public keys, and no secret in their place', async () => {
    const {publicKey, privateKey} = await generateKeyPair('ES256', {extractable: true});
    for (const key of [publicKey, await exportJWK(publicKey)]) {
      const verifyPublic = verifyJwt({key});
      assert.equal((await verifyPublic(request(await sign({}, privateKey, 'ES256')))).id, 'lena');
      await assert.rejects(verifyPublic(request(await sign({}))), {status: 401});
    }
  });

  it('blames no token if the keys cannot be fetched', async () => {
    const remote = verifyJwt({jwksUrl: 'http://127.0.0.1:9/keys'});
    const {call, errors} = createGateway({customer: remote});
    const {privateKey} = await generateKeyPair('ES256');
    const {status} = await call(await sign({}, privateKey, 'ES256'), 'GET', '/tickets');
    assert.equal(status, 500);
    assert.equal(errors.length, 1);
  });

  it('needs either a key or a URL of keys', () => {
    assert.throws(() => verifyJwt({}), /either key or jwksUrl/);
    assert.throws(() => verifyJwt({key: 'x', jwksUrl: 'https://portal.example/keys'}), /either key or jwksUrl/);
    assert.throws(() => verifyJwt({key: ''}), /empty/);
  });
});
