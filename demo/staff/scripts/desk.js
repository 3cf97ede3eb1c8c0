const json = {'Content-Type': 'application/json'};
let token = '';

/** Thrown if no member of the staff is signed in. */
export class SignedOut extends Error {
  message = 'You are signed out. Reload the page to sign in again.';
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

export const signOut = () => fetch('/portal/staff-session', {method: 'DELETE'});

export const listTickets = query => ask(`/staff/tickets?${new URLSearchParams(query)}`);

export const readTicket = id => ask(addressOf(id));

export const sendReply = (id, message) => ask(`${addressOf(id)}/replies`, 'POST', {message});

export const addNote = (id, message) => ask(`${addressOf(id)}/notes`, 'POST', {message});

export const changeStatus = (id, status) => ask(addressOf(id), 'PATCH', {status});

const addressOf = id => `/staff/tickets/${encodeURIComponent(id)}`;

async function ask(address, method = 'GET', body = undefined) {
  if (token === '') await renewToken();
  let answer = await request(address, method, body);
  if (answer.status === 401) {
    await renewToken();
    answer = await request(address, method, body);
  }
  if (answer.status === 204) return undefined;
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.detail ?? content.title);
  return content;
}

const request = (address, method, body) =>
  fetch(address, {
    method,
    headers: {...(body && json), Authorization: `Bearer ${token}`},
    ...(body && {body: JSON.stringify(body)}),
  }).catch(() => {
    throw new Error('The desk cannot be reached.');
  });

async function renewToken() {
  const answer = await fetch('/portal/staff-token');
  if (answer.status === 401) throw new SignedOut();
  token = (await answer.json()).token;
}
