import {Hono} from 'hono';
import type {CustomerEnv} from '../account.js';
import {configFor} from '../config.js';
import type {DeskContext} from '../context.js';
import {fromSyncToken, toSyncToken} from '../cursors.js';
import {conditionalJson, conditionalVersion} from '../etag.js';
import {eventStream} from '../event-stream.js';
import {ticketChange} from '../views.js';
import {localeOf} from './parameters.js';

export function discoveryRoutes(context: DeskContext) {
  const {store, config} = context;
  const routes = new Hono<CustomerEnv>();

  routes.get('/ticket-config', async c => {
    const locale = localeOf(c, Object.keys(config.translations));
    const response = await conditionalJson(c.req.raw, configFor(locale, config));
    response.headers.set('Content-Language', locale ?? 'en');
    response.headers.set('Vary', 'Accept-Language');
    return response;
  });

  routes.get('/ticket-updates', async c => {
    const since = fromSyncToken(c.req.query('since'));
    const {id, version} = c.get('subscriber');
    // Every change that the customer can see has a version, so that most polls need not look at any ticket. What has
    // changed since the version was read is in the body early, and once more in the next one.
    return conditionalVersion(c.req.raw, [id, version, since, config.poll_after], async () => {
      const changes = await store.changes(id, since);
      return {
        unread: changes.unread,
        tickets: changes.tickets.map(ticketChange),
        sync_token: toSyncToken(changes.version),
        version: toSyncToken(changes.version),
        poll_after: config.poll_after,
      };
    });
  });

  routes.get('/ticket-events', async c => {
    const since = fromSyncToken(c.req.header('Last-Event-ID') || undefined);
    return eventStream(context, {
      subscriberId: c.get('subscriber').id,
      since,
      expires: c.get('claims').expires * 1000,
      signal: c.req.raw.signal,
    });
  });

  return routes;
}
