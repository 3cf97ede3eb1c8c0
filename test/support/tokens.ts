const base64url = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** A token in the shape of a JWT. Nobody of ours verifies it: that is the server's to do. */
export const tokenFor = (claims: object): string =>
  `${base64url('{"alg":"none"}')}.${base64url(JSON.stringify(claims))}.x`;
