import {createMiddleware} from 'hono/factory';
import type {DeskContext} from './context.js';
import {accountGone, forbidden} from './problems.js';
import type {Subscriber} from './store/rows.js';
import type {Claims} from './tokens.js';

export interface CustomerEnv {
  Variables: {subscriber: Subscriber; claims: Claims};
}

/** Gives customer routes the subscriber of the token, and no other. */
export const customerAccount = ({tokens, store}: DeskContext) =>
  createMiddleware<CustomerEnv>(async (c, next) => {
    const claims = await tokens.bearer('customer', c.req.header('Authorization'));
    const subscriber = await store.subscriber(claims.subject);
    if (!subscriber || subscriber.state === 'deleted') throw accountGone();
    if (subscriber.state === 'no_tickets') throw forbidden();
    c.set('subscriber', subscriber);
    c.set('claims', claims);
    await next();
  });
