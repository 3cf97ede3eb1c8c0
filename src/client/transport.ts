import {SupportError} from '../contract/errors.js';
import type {Transport} from '../contract/transport.js';
import {nullProto} from '../internal/null-proto.js';
import type {Http} from './http.js';

/** Would lead to another path than the backend means: https://url.spec.whatwg.org/#double-dot-path-segment */
const dotSegment = /(?:^|\/)(?:\.|%2e){1,2}(?:[/?]|$)/i;

/** What a custom backend sends its requests with. Its functions need no `this`: backends destructure it. */
export const createTransport = (http: Http, baseUrl: string): Transport => ({
  baseUrl,
  async request(path, request) {
    if (dotSegment.test(path)) throw new SupportError('not_found');
    // A request that has no body must not get one from a polluted `Object.prototype`.
    const {body, ...options} = nullProto(request);
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    return http.request({...options, path, body: text});
  },
  error: (code, init) => new SupportError(code, init),
});
