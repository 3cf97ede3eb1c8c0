const json = {'Content-Type': 'application/json'};
const cacheSize = 30;

let token = '';
/** The last response of each address, for conditional requests. */
const responses = new Map();

/** Thrown if no member of the staff is signed in. */
export class SignedOut extends Error {
  message = 'You are signed out. Reload the page to sign in again; your drafts are kept.';
}

export const staffPeople = async () => (await (await fetch('/portal/staff')).json()).data;

export async function signIn(username) {
  const answer = await fetch('/portal/staff-session', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({username}),
  });
  if (!answer.ok) throw new Error('Signing in did not work.');
}

/** The name of the member of staff who is signed in. */
export async function signedInAgent() {
  if (token === '') await renewToken();
  return (await (await fetch('/portal/staff-session')).json()).username;
}

export const signOut = () => fetch('/portal/staff-session', {method: 'DELETE'});

/** Resolves with the same object as before if nothing has changed. */
export const listTickets = query => ask(`/staff/tickets?${new URLSearchParams(query)}`);

/** Resolves with the same object as before if nothing has changed. */
export const readTicket = id => ask(addressOf(id));

/** Sends a reply and sets the status, if there is one. A repeated call with the same key does not send it twice. */
export const sendReply = (id, {key, ...body}) => ask(`${addressOf(id)}/replies`, {method: 'POST', body, key});

export const addNote = (id, {key, message}) => ask(`${addressOf(id)}/notes`, {method: 'POST', body: {message}, key});

export const changeStatus = (id, status) => ask(addressOf(id), {method: 'PATCH', body: {status}});

const addressOf = id => `/staff/tickets/${encodeURIComponent(id)}`;

async function ask(address, options = {}) {
  if (token === '') await renewToken();
  let answer = await request(address, options);
  if (answer.status === 401) {
    await renewToken();
    answer = await request(address, options);
  }
  if (answer.status === 204) return undefined;
  if (answer.status === 304) return responses.get(address).content;
  const content = await answer.json().catch(() => ({title: 'The desk has a problem.'}));
  if (!answer.ok) throw new Error(content.detail ?? content.title);
  remember(address, answer.headers.get('ETag'), content);
  return content;
}

function request(address, {method = 'GET', body, key}) {
  const etag = method === 'GET' && responses.get(address)?.etag;
  return fetch(address, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body && json),
      ...(key && {'Idempotency-Key': `"${key}"`}),
      ...(etag && {'If-None-Match': etag}),
    },
    ...(body && {body: JSON.stringify(body)}),
  }).catch(() => {
    throw new Error('The desk cannot be reached.');
  });
}

function remember(address, etag, content) {
  if (!etag) return;
  responses.delete(address);
  responses.set(address, {etag, content});
  if (responses.size > cacheSize) responses.delete(responses.keys().next().value);
}

async function renewToken() {
  const answer = await fetch('/portal/staff-token').catch(() => {
    throw new Error('The desk cannot be reached.');
  });
  if (answer.status === 401) throw new SignedOut();
  token = (await answer.json()).token;
}
