import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {formatMessage, parseAppMessage, type AppMessageBody} from '../../../bridge/messages.js';

const envelope = {source: 'isp-support-elements', version: 1};

describe('formatMessage', () => {
  it('writes the body in the envelope, as JSON', () => {
    assert.deepEqual(JSON.parse(formatMessage({type: 'unread-change', total: 3})), {
      ...envelope,
      type: 'unread-change',
      total: 3,
    });
  });

  it('leaves out what is undefined', () => {
    const text = formatMessage({type: 'error', code: 'unavailable', status: undefined, retryable: true});
    assert.deepEqual(JSON.parse(text), {...envelope, type: 'error', code: 'unavailable', retryable: true});
  });
});

describe('parseAppMessage', () => {
  const valid: readonly AppMessageBody[] = [
    {type: 'token', id: '1', token: 'a.b.c'},
    {type: 'token', id: '1', token: ''},
    {type: 'token', id: '1', token: null},
    {type: 'token-error', id: '1'},
    {type: 'token-error', id: '1', message: 'no network'},
    {type: 'settings'},
    {type: 'settings', colorScheme: 'dark', textScale: 1.5, locale: 'pt-BR'},
    {type: 'back', id: '1'},
    {type: 'navigate', view: 'list'},
    {type: 'navigate', view: 'new-ticket'},
    {type: 'navigate', view: 'ticket', ticketId: '42'},
    {type: 'refresh'},
    {type: 'logout', id: '1'},
  ];
  for (const body of valid) {
    it(`reads ${JSON.stringify(body)}, as JSON text and as an object`, () => {
      const message = {...envelope, ...body};
      assert.deepEqual(parseAppMessage(JSON.stringify(message)), {message});
      assert.deepEqual(parseAppMessage(message), {message});
    });
  }

  const others: readonly unknown[] = [
    'hello',
    '{"source": "isp-supp',
    '[]',
    'null',
    '1',
    '',
    undefined,
    null,
    7,
    {type: 'back', id: '1'},
    {source: 'react-devtools', type: 'back'},
    {source: 'isp-support', version: 1, type: 'back', id: '1'},
  ];
  for (const received of others) {
    it(`ignores what is not for the bridge: ${JSON.stringify(received)}`, () => {
      assert.equal(parseAppMessage(received), undefined);
    });
  }

  for (const type of ['vibrate', 'toString', '__proto__', 'constructor', '', 7, undefined]) {
    it(`ignores a message of an unknown type, which a newer app may send: ${String(type)}`, () => {
      assert.equal(parseAppMessage({...envelope, type}), undefined);
    });
  }

  for (const version of [2, 0, '1', undefined]) {
    it(`names a message of another version: ${String(version)}`, () => {
      const parsed = parseAppMessage({...envelope, version, type: 'back', id: '1'});
      assert.deepEqual(parsed, {flaw: "the app's message has not version 1"});
    });
  }

  for (const [body, field] of [
    [{type: 'token', id: '1'}, 'token'],
    [{type: 'token', id: '1', token: {jwt: 'secret-jwt'}}, 'token'],
    [{type: 'token', token: 'secret-jwt'}, 'id'],
    [{type: 'token', id: '', token: 'secret-jwt'}, 'id'],
    [{type: 'token-error', id: '1', message: 4}, 'message'],
    [{type: 'settings', colorScheme: 'Dark'}, 'colorScheme'],
    [{type: 'settings', textScale: '1.5'}, 'textScale'],
    [{type: 'settings', textScale: 0}, 'textScale'],
    [{type: 'settings', textScale: 40}, 'textScale'],
    [{type: 'settings', textScale: NaN}, 'textScale'],
    [{type: 'settings', locale: null}, 'locale'],
    [{type: 'back'}, 'id'],
    [{type: 'logout', id: 3}, 'id'],
    [{type: 'navigate', view: 'tickets'}, 'view'],
    [{type: 'navigate', view: 'ticket'}, 'ticketId'],
    [{type: 'navigate', view: 'ticket', ticketId: 42}, 'ticketId'],
  ] as const) {
    it(`names the wrong field of ${JSON.stringify(body)}, without its value`, () => {
      const parsed = parseAppMessage({...envelope, ...body});
      assert(parsed && 'flaw' in parsed);
      assert(parsed.flaw.includes(`"${field}"`), parsed.flaw);
      assert(!parsed.flaw.includes('secret'));
    });
  }
});
