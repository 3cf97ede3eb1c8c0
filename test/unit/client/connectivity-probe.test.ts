import {expect} from 'chai';
import {afterEach, beforeEach, describe, it} from 'node:test';

import {nextTask} from '../../support/next-task.js';
import {supportErrorOf} from '../../support/rejection.js';
import {jsonResponse, recordingFetch, type RecordingFetch} from '../../support/recording-fetch.js';
import {apiBaseUrl, createRestBackend, disableRetryDelay, credentialsFor} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const otherOrigin = 'https://support.example/api/';
const page = 'https://portal.example';

/** A support server that does not answer, and the page's own server, which may. */
const unreachable = (pageAnswers: boolean): RecordingFetch =>
  recordingFetch(async ({url}) => {
    await nextTask();
    if (url === `${page}/` && pageAnswers) return jsonResponse({}, {status: 404});
    throw new TypeError('Failed to fetch');
  });

const backendOf = ({fetch}: RecordingFetch, apiBase = apiBaseUrl) =>
  createRestBackend(fetch, credentialsFor('token-1'), {apiBase, probeOrigin: page});

describe('the error of a server that does not answer', () => {
  disableRetryDelay();

  /** What the browser knows of earlier requests. */
  let entries: {name: string; initiatorType: string}[];

  beforeEach(() => {
    entries = [{name: `${page}/portal/token`, initiatorType: 'fetch'}];
    Object.assign(performance, {getEntriesByType: () => entries});
  });
  afterEach(() => Reflect.deleteProperty(performance, 'getEntriesByType'));

  it('is unavailable if the page’s own server answers, for reads and writes', async () => {
    const backend = backendOf(unreachable(true), otherOrigin);
    expect((await supportErrorOf(backend.getTicket('t1', options))).code).to.equal('unavailable');
    expect((await supportErrorOf(backend.addReply('t1', {message: 'Hello'}, options))).code).to.equal('unavailable');
  });

  it('is network if the page’s own server does not answer either', async () => {
    const error = await supportErrorOf(backendOf(unreachable(false), otherOrigin).getTicket('t1', options));
    expect(error.code).to.equal('network');
  });

  it('is unavailable after a probe if the page has loaded data by XMLHttpRequest', async () => {
    entries = [{name: `${page}/menu`, initiatorType: 'xmlhttprequest'}];
    const error = await supportErrorOf(backendOf(unreachable(true), otherOrigin).getTicket('t1', options));
    expect(error.code).to.equal('unavailable');
  });

  for (const [past, name, initiatorType] of [
    ['has sent no request', 'https://support.example/api/customer/tickets', 'fetch'],
    ['has only loaded images', `${page}/logo.svg`, 'img'],
    ['has asked a server whose name begins as its own', `${page}.attacker.example/`, 'fetch'],
  ] as const) {
    it(`is network without a probe if the page ${past}, because its policy may not allow one`, async () => {
      entries = [{name, initiatorType}];
      const line = unreachable(true);
      const error = await supportErrorOf(backendOf(line, otherOrigin).getTicket('t1', options));
      expect(error.code).to.equal('network');
      expect(line.requests.map(({method}) => method)).to.eql(['GET', 'GET']);
    });
  }

  it('is network without a probe if the API is on the page’s own server', async () => {
    const line = unreachable(true);
    const error = await supportErrorOf(backendOf(line).getTicket('t1', options));
    expect(error.code).to.equal('network');
    expect(line.requests.map(({method}) => method)).to.eql(['GET', 'GET']);
  });

  it('comes from one probe without a token, however many requests fail at the same time', async () => {
    const line = unreachable(true);
    const backend = backendOf(line, otherOrigin);
    const written = ['t1', 't2'].map(ticketId => backend.addReply(ticketId, {message: 'Hello'}, options));
    await Promise.all(written.map(supportErrorOf));
    const questions = line.requests.filter(({url}) => url === `${page}/`);
    expect(questions).to.have.lengthOf(1);
    expect(questions[0]).to.include({method: 'HEAD', credentials: 'omit', cache: 'no-store', redirect: 'manual'});
    expect(questions[0]!.headers.has('Authorization')).to.be.false;
  });
});
