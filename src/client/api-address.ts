import {SupportError} from '../contract/errors.js';

const loopback = /^(localhost|127(\.\d+){3}|\[::1\]|10\.0\.2\.2)$/;

/**
 * Resolves `api-base` to the absolute address of the API, with a slash at its end.
 *
 * Every request sends the token there, so an address that is not encrypted, or that has credentials, a query or a
 * fragment, is refused.
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
  if (!isProtocolAllowed || url.username || url.password || /[?#]/.test(url.href)) {
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
