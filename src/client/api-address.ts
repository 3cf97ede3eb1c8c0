import {SupportError} from '../contract/errors.js';

const loopback = /^(localhost|127(\.\d+){3}|\[::1\]|10\.0\.2\.2)$/;

/**
 * The absolute address of an API, from what a portal wrote into `api-base`, with a slash at its end.
 *
 * The token goes there with every request, so an address that would carry it in clear, or that brings credentials or a
 * query of its own, is refused.
 */
export function apiAddress(apiBase: string, page: string): string {
  let url: URL;
  try {
    url = new URL(apiBase, page);
  } catch {
    throw new SupportError('misconfigured');
  }
  const clear = url.protocol === 'http:' && (loopback.test(url.hostname) || page.startsWith('http:'));
  if ((url.protocol !== 'https:' && !clear) || url.username || url.password || /[?#]/.test(url.href)) {
    throw new SupportError('misconfigured');
  }
  return url.href.replace(/\/*$/, '/');
}

/** An opaque id as a path segment. Encoding leaves dots alone, and two of them climb out of the path. */
export function segment(id: string): string {
  if (id === '' || id === '.' || id === '..' || id.length > 128) throw new SupportError('not_found');
  return encodeURIComponent(id);
}
