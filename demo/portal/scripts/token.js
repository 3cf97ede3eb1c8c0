/** What an operator writes once: the portal's own session cookie is exchanged for the customer's short-lived token. */
export async function tokenProvider({signal}) {
  const answer = await fetch('/portal/token', {signal});
  if (!answer.ok) throw new Error(`The portal gave no token (${answer.status})`);
  const {token} = await answer.json();
  return token;
}
