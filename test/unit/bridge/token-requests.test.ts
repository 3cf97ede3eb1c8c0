import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';

import {TokenRequests} from '../../../bridge/token-requests.js';
import {FakeTime} from '../../support/fake-time.js';

describe('TokenRequests', () => {
  let sent: {readonly id: string; readonly reason: string}[];
  let late: string[];
  let requests: TokenRequests;
  let time: FakeTime;

  beforeEach(() => {
    time = new FakeTime();
    sent = [];
    late = [];
    requests = new TokenRequests(
      10_000,
      (id, reason) => sent.push({id, reason}),
      token => late.push(token),
    );
  });
  afterEach(() => time.restore());

  const request = (reason: 'initial' | 'expired' | 'rejected' = 'initial', {signal} = new AbortController()) =>
    requests.request({reason, signal});

  it('resolves each request to the answer that has its id, in any order', async () => {
    const answers = [request('initial'), request('expired'), request('rejected')];
    assert.deepEqual(
      sent.map(({reason}) => reason),
      ['initial', 'expired', 'rejected'],
    );
    assert.equal(new Set(sent.map(({id}) => id)).size, 3);
    for (const {id, reason} of [...sent].reverse()) requests.answer(id, `token ${reason}`);
    assert.deepEqual(await Promise.all(answers), ['token initial', 'token expired', 'token rejected']);
  });

  it('rejects after the time-out, and says how long it has waited', async () => {
    const answer = request();
    time.advance(9_999);
    time.advance(1);
    await assert.rejects(answer, /within 10 s/);
  });

  it('rejects with the error of the app', async () => {
    const answer = request();
    requests.answer(sent[0]!.id, new Error('no network'));
    await assert.rejects(answer, /no network/);
  });

  it('takes a token that comes after the time-out, once', async () => {
    const answer = request();
    time.advance(10_000);
    await assert.rejects(answer);
    for (let times = 0; times < 2; times++) requests.answer(sent[0]!.id, 'late token');
    assert.deepEqual(late, ['late token']);
  });

  it('ignores a late answer without a token, and answers to no request', async () => {
    const answer = request();
    time.advance(10_000);
    await assert.rejects(answer);
    requests.answer(sent[0]!.id, '');
    requests.answer('unknown', 'token');
    requests.answer('unknown', new Error('no network'));
    assert.deepEqual(late, []);
  });

  it('forgets a request that was aborted', async () => {
    const aborter = new AbortController();
    const answer = request('expired', aborter);
    aborter.abort();
    await assert.rejects(answer, /no longer needed/);
    requests.answer(sent[0]!.id, 'token');
    time.advance(10_000);
    assert.deepEqual(late, []);
  });

  it('rejects what is pending when it is closed', async () => {
    const answers = [request(), request()];
    requests.close();
    for (const answer of answers) await assert.rejects(answer, /disconnected/);
  });
});
