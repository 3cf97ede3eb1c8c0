import type {CryptoKey, JWK, JWTPayload, JWTVerifyGetKey, JWTVerifyOptions} from 'jose';
import type {Customer} from './options.js';
import {unauthenticated} from './problems.js';

/** Options of `verifyJwt`: a `key`, or the `jwksUrl` where the portal publishes its keys. */
export interface VerifyJwtOptions {
  /** The secret of HS256 as text or bytes, or a public key. */
  readonly key?: string | Uint8Array | CryptoKey | JWK;
  /** URL of a JSON Web Key Set. Its keys are fetched when they are needed, and kept. */
  readonly jwksUrl?: string | URL;
  /** The expected `iss`. */
  readonly issuer?: string | string[];
  /** The expected `aud`. Set it if the portal issues tokens for other purposes too. */
  readonly audience?: string | string[];
  /** HS256 for a secret; for public keys, all signatures of `jose`, but never a secret's. */
  readonly algorithms?: string[];
  /** The claim that identifies the customer. `sub` by default, which the elements use. */
  readonly claim?: string;
  /** Seconds by which the clocks of portal and gateway may differ. 5 by default. */
  readonly clockTolerance?: number;
  /** The time. For tests. */
  readonly currentDate?: () => Date;
}

/** The customer of a JWT, with all its claims. */
export interface JwtCustomer extends Customer {
  readonly claims: JWTPayload;
}

const publicKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/**
 * Verifies the portal's JWT of a request, and returns its customer. Requires the package `jose`. The token needs `exp`
 * and the claim that identifies the customer.
 */
export function verifyJwt(options: VerifyJwtOptions): (request: Request) => Promise<JwtCustomer> {
  const {claim = 'sub', currentDate} = options;
  const {key, jwksUrl} = options;
  if ((key === undefined) === (jwksUrl === undefined)) throw new TypeError('verifyJwt needs either key or jwksUrl');
  if (key === '') throw new TypeError('verifyJwt: key is empty');
  // As a secret, a public key would let everyone who has it sign tokens.
  if (typeof key === 'string' && key.includes('-----BEGIN ')) {
    throw new TypeError('verifyJwt: key is PEM. Give what importSPKI() of jose makes of it');
  }
  const isSecret = typeof key === 'string' || key instanceof Uint8Array;
  const rules: JWTVerifyOptions = {
    algorithms: options.algorithms ?? (isSecret ? ['HS256'] : publicKeyAlgorithms),
    requiredClaims: ['exp', claim],
    clockTolerance: options.clockTolerance ?? 5,
    ...(options.issuer !== undefined && {issuer: options.issuer}),
    ...(options.audience !== undefined && {audience: options.audience}),
  };
  let loaded: Promise<Verifier> | undefined;
  return async request => {
    const token = /^Bearer +([\w.~+/=-]+) *$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
    if (token === undefined) throw unauthenticated('The request has no token.');
    const claims = await (
      await (loaded ??= loadVerifier(options))
    )(token, {
      ...rules,
      ...(currentDate && {currentDate: currentDate()}),
    });
    const value = claims[claim];
    const id = Number.isSafeInteger(value) ? String(value) : value;
    if (typeof id !== 'string' || id === '') throw unauthenticated('The token is not valid.', 'invalid_token');
    return {id, expires: claims.exp, claims};
  };
}

type Verifier = (token: string, rules: JWTVerifyOptions) => Promise<JWTPayload>;

async function loadVerifier({key, jwksUrl}: VerifyJwtOptions): Promise<Verifier> {
  const {createRemoteJWKSet, errors, jwtVerify} = await import('jose');
  const bytes = typeof key === 'string' ? new TextEncoder().encode(key) : key;
  const getKey: JWTVerifyGetKey = jwksUrl
    ? createRemoteJWKSet(new URL(jwksUrl))
    : () => bytes as Uint8Array | CryptoKey | JWK;
  // These say that the keys could not be fetched, and nothing about the token.
  const isOurFault = (error: unknown): boolean =>
    error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError);
  return async (token, rules) => {
    try {
      return (await jwtVerify(token, getKey, rules)).payload;
    } catch (error) {
      if (isOurFault(error)) throw error;
      const detail = error instanceof errors.JWTExpired ? 'The token has expired.' : 'The token is not valid.';
      throw unauthenticated(detail, 'invalid_token');
    }
  };
}
