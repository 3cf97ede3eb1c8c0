import {expect} from '@open-wc/testing';

import {nextTask} from '../../support/next-task.js';
import {supportErrorOf} from '../../support/rejection.js';
import {jsonResponse, recordingFetch, type RecordingFetch} from '../../support/recording-fetch.js';
import {createRestBackend, disableRetryDelay, credentialsFor} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const elsewhere = 'https://support.example/api/';
const page = `${location.origin}/`;

/** A support server that does not answer, and the page's own, which may. */
const unreachable = (pageAnswers: boolean): RecordingFetch =>
  recordingFetch(async ({url}) => {
    await nextTask();
    if (url === page && pageAnswers) return jsonResponse({}, {status: 404});
    throw new TypeError('Failed to fetch');
  });

const backendOf = ({fetch}: RecordingFetch, apiBase?: string) =>
  createRestBackend(fetch, credentialsFor('token-1'), apiBase);

describe('a support server that does not answer', () => {
  disableRetryDelay();

  it('is in trouble itself where the page’s own server answers, for what is read and what is written', async () => {
    const backend = backendOf(unreachable(true), elsewhere);
    expect((await supportErrorOf(backend.getTicket('t1', options))).code).to.equal('unavailable');
    expect((await supportErrorOf(backend.addReply('t1', {message: 'Hello'}, options))).code).to.equal('unavailable');
  });

  it('may be kept from us by the line where the page’s own does not answer either', async () => {
    const error = await supportErrorOf(backendOf(unreachable(false), elsewhere).getTicket('t1', options));
    expect(error.code).to.equal('network');
  });

  it('is not told from the line by asking the same server once more', async () => {
    const line = unreachable(true);
    const error = await supportErrorOf(backendOf(line).getTicket('t1', options));
    expect(error.code).to.equal('network');
    expect(line.requests.map(({method}) => method)).to.eql(['GET', 'GET', 'GET']);
  });

  it('is told from the line by one question that carries nothing, whatever else fails meanwhile', async () => {
    const line = unreachable(true);
    const backend = backendOf(line, elsewhere);
    const written = ['t1', 't2'].map(ticketId => backend.addReply(ticketId, {message: 'Hello'}, options));
    await Promise.all(written.map(supportErrorOf));
    const questions = line.requests.filter(({url}) => url === page);
    expect(questions).to.have.lengthOf(1);
    expect(questions[0]).to.include({method: 'HEAD', credentials: 'omit', cache: 'no-store', redirect: 'manual'});
    expect(questions[0]!.headers.has('Authorization')).to.be.false;
  });
});
