import {SignJWT, errors, jwtVerify} from 'jose';
import {unauthenticated} from './problems.js';

/** The audience separates tokens: a session cookie must not open the API, and a customer's token not the staff page. */
export type Audience = 'customer' | 'staff' | 'customer-session' | 'staff-session';

export interface Claims {
  subject: string;
  username: string;
  /** Seconds since the epoch. */
  expires: number;
}

export class Tokens {
  readonly #key: Uint8Array;

  constructor(
    readonly now: () => Date,
    secret: Uint8Array = crypto.getRandomValues(new Uint8Array(32)),
  ) {
    this.#key = secret;
  }

  issue(audience: Audience, {id, username}: {id: string; username: string}, seconds: number): Promise<string> {
    const issued = Math.floor(this.now().getTime() / 1000);
    return new SignJWT({preferred_username: username, ...(audience === 'staff' && {role: 'staff'})})
      .setProtectedHeader({alg: 'HS256', typ: 'JWT'})
      .setSubject(id)
      .setAudience(audience)
      .setIssuedAt(issued)
      .setExpirationTime(issued + seconds)
      .sign(this.#key);
  }

  async verify(audience: Audience, token: string): Promise<Claims> {
    try {
      const {payload} = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        audience,
        requiredClaims: ['sub', 'exp'],
        currentDate: this.now(),
      });
      if (audience === 'staff' && payload['role'] !== 'staff')
        throw new errors.JWTClaimValidationFailed('role', payload);
      return {
        subject: payload.sub ?? '',
        username: String(payload['preferred_username'] ?? ''),
        expires: payload.exp ?? 0,
      };
    } catch (error) {
      const detail = error instanceof errors.JWTExpired ? 'The token has expired.' : 'The token is not valid.';
      throw unauthenticated(`Bearer error="invalid_token", error_description="${detail}"`, detail);
    }
  }

  bearer(audience: Audience, authorization: string | undefined): Promise<Claims> {
    const token = /^Bearer +([\w.~+/=-]+) *$/i.exec(authorization ?? '')?.[1];
    // A request without a token gets a challenge without an error code (RFC 6750, 3.1).
    if (token === undefined) throw unauthenticated('Bearer realm="tickets"', 'The request carries no token.');
    return this.verify(audience, token);
  }
}
