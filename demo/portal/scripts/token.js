/** The code that an operator writes once: exchanges the portal's session cookie for a short-lived token. */
export async function tokenProvider({signal}) {
  const answer = await fetch('/portal/token', {signal});
  if (!answer.ok) throw new Error(`The portal gave no token (${answer.status})`);
  const {token} = await answer.json();
  return token;
}
