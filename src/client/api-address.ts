import {SupportError} from '../contract/errors.js';

const loopback = /^(localhost|127(\.\d+){3}|\[::1\]|10\.0\.2\.2)$/;

/**
 * Starts with a scheme, two slashes and a host that a reader sees as browsers do: they drop or replace spaces,
 * backslashes and invisible characters. https://url.spec.whatwg.org/#concept-basic-url-parser
 */
const absolute = /^https?:\/\/[^\s\p{C}\\/]+(\/|\s*$)/iu;

/**
 * Resolves `api-base` to the absolute address of the API, with a slash at its end.
 *
 * Every request sends the token there, so an address that is not encrypted, or that has credentials, a query or a
 * fragment, is refused. So is what looks like a path and leads to another host, such as `//host` and `/\host`.
 */
export function apiAddress(apiBase: string, page: string): string {
  let url: URL;
  try {
    url = new URL(apiBase, page);
  } catch {
    throw new SupportError('misconfigured');
  }
  const isHttpAllowed = loopback.test(url.hostname) || page.startsWith('http:');
  const isProtocolAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && isHttpAllowed);
  const isHostAllowed = absolute.test(apiBase) || url.origin === new URL(page).origin;
  if (!isProtocolAllowed || !isHostAllowed || url.username || url.password || /[?#]/.test(url.href)) {
    throw new SupportError('misconfigured');
  }
  return url.href.replace(/\/*$/, '/');
}

/**
 * Encodes an opaque id as one path segment. `encodeURIComponent` leaves dots alone, and a `..` segment leaves the path.
 */
export function segment(id: string): string {
  if (id === '' || id === '.' || id === '..' || id.length > 128) throw new SupportError('not_found');
  return encodeURIComponent(id);
}
