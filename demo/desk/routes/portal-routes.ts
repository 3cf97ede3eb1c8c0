import {Hono} from 'hono';
import type {Context} from 'hono';
import {deleteCookie, getCookie, setCookie} from 'hono/cookie';
import type {DeskContext} from '../context.js';
import {demoStaff} from '../seed/people.js';
import {readObject} from '../input.js';
import {Problem, unauthenticated} from '../problems.js';
import type {Audience} from '../tokens.js';

const sessionSeconds = 30 * 24 * 60 * 60;
const tokenSeconds = 15 * 60;

interface Person {
  id: string;
  username: string;
}

/**
 * The sign-in of the demo portal. It has no password, because an operator's portal already has a sign-in; the elements
 * need only its short-lived token.
 */
export function portalRoutes(context: DeskContext) {
  const {store} = context;
  const routes = new Hono();

  routes.get('/subscribers', async c => {
    const subscribers = (await store.subscribers()).filter(({state}) => state === 'active');
    return c.json({data: subscribers.map(({username, name, plan, town}) => ({username, name, plan, town}))});
  });
  mountSignIn(routes, context, {
    session: '/session',
    token: '/token',
    audience: 'customer',
    find: async username => (await store.subscribers()).find(each => each.username === username),
  });

  routes.get('/staff', c => c.json({data: demoStaff.map(({username}) => ({username, name: username}))}));
  mountSignIn(routes, context, {
    session: '/staff-session',
    token: '/staff-token',
    audience: 'staff',
    find: async username => demoStaff.find(each => each.username === username),
  });

  return routes;
}

interface SignIn {
  session: string;
  token: string;
  audience: 'customer' | 'staff';
  find: (username: unknown) => Promise<Person | undefined>;
}

function mountSignIn(routes: Hono, {tokens}: DeskContext, {session, token, audience, find}: SignIn) {
  const cookie = `demo_${audience}`;
  const sessionAudience: Audience = `${audience}-session`;

  const signedIn = async (c: Context) => {
    const value = getCookie(c, cookie);
    if (value === undefined) throw unauthenticated('Cookie', 'Nobody is signed in.');
    const {subject, username} = await tokens.verify(sessionAudience, value);
    return {id: subject, username};
  };

  routes.post(session, async c => {
    const {username} = await readObject(c.req.raw);
    const person = await find(username);
    if (!person) throw new Problem(404, 'no-such-person', 'There is no such demo person');
    const value = await tokens.issue(sessionAudience, person, sessionSeconds);
    setCookie(c, cookie, value, {httpOnly: true, sameSite: 'Lax', path: '/', maxAge: sessionSeconds});
    return c.json({username: person.username}, 201);
  });

  routes.get(session, async c => c.json({username: (await signedIn(c)).username}));

  routes.delete(session, c => {
    deleteCookie(c, cookie, {path: '/'});
    return c.body(null, 204);
  });

  routes.get(token, async c => {
    const value = await tokens.issue(audience, await signedIn(c), tokenSeconds);
    return c.json({token: value, expires_in: tokenSeconds});
  });
}
