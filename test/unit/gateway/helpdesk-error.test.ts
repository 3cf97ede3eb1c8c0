import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {HelpdeskError, helpdeskError} from '../../../gateway/helpdesk-error.js';
import {responseError} from '../../../src/client/http-errors.js';
import {SupportError} from '../../../src/contract/errors.js';
import {errorCodes} from '../../support/error-codes.js';

/** All that an adapter, the gateway or an element may read of an error. */
const propertiesOf = (error: SupportError) => ({
  name: error.name,
  code: error.code,
  status: error.status,
  requestId: error.requestId,
  retryAfter: error.retryAfter,
  serverMessage: error.serverMessage.trim(),
  fields: Object.fromEntries(error.fields),
  refusesCursor: error.refusesCursor,
  refusesToken: error.refusesToken,
  refusesAccount: error.refusesAccount,
  retryable: error.retryable,
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const date = 'Fri, 01 May 2026 09:00:00 GMT';

const bodies: Readonly<Record<string, string>> = {
  'no body': '',
  'a page': '<h1>Not allowed</h1>',
  'an empty object': '{}',
  null: 'null',
  'a message': '{"message": " Too\\nlong. "}',
  'an error': '{"error": "Too long."}',
  'an error with a message': '{"error": {"message": "Too long.", "code": 7}}',
  'a problem':
    '{"type": "about:blank", "title": "Invalid", "detail": "Too long.", "errors": [{"pointer": "#/subject", "detail": "Long"}]}',
  'texts of fields':
    '{"message": "Invalid", "errors": {"subject": ["Too long.", "Too loud."], "name": "Odd", "x": []}}',
  'a delay': '{"error": "Wait", "retry_after": 12}',
  'a delay that is none': '{"error": "Wait", "retry_after": -1}',
};

describe('an error of the gateway’s transport', () => {
  for (const [what, text] of Object.entries(bodies)) {
    it(`is what the elements make of every status from 400 on, with ${what}`, () => {
      for (let status = 400; status < 600; status += 1) {
        for (const isWrite of [false, true]) {
          const headers = new Headers({'content-type': text.startsWith('<') ? 'text/html' : 'application/json'});
          const body = parsed(text);
          assert.deepEqual(
            propertiesOf(helpdeskError({status, headers, body, text, isWrite})),
            propertiesOf(responseError({status, headers, text}, {isWrite, isForeign: true})),
            `${status} ${isWrite}`,
          );
        }
      }
    });
  }

  for (const value of [
    '30',
    '0',
    '-5',
    '2.5',
    'soon',
    '',
    '5, 120',
    '999999',
    'Fri, 01 May 2026 09:01:00 GMT',
    'Fri, 01 May 2026 08:00:00 GMT',
  ]) {
    it(`has the delay that the elements make of Retry-After: ${JSON.stringify(value)}`, () => {
      const headers = new Headers({'retry-after': value, date, 'x-request-id': 'r1'});
      const response = {status: 429, headers, text: '{}'};
      assert.deepEqual(
        propertiesOf(helpdeskError({...response, body: {}, isWrite: false})),
        propertiesOf(responseError(response, {isWrite: false, isForeign: true})),
      );
    });
  }

  it('has the properties of a SupportError for each code, with and without options', () => {
    const init = {status: 418, requestId: 'r1', retryAfter: 99_999_999, serverMessage: 'No.', refusesCursor: true};
    for (const code of errorCodes) {
      for (const options of [undefined, {}, {...init, fields: new Map([['a', 'b']]), refusesToken: false}]) {
        assert.deepEqual(propertiesOf(new HelpdeskError(code, options)), propertiesOf(new SupportError(code, options)));
      }
    }
  });
});
