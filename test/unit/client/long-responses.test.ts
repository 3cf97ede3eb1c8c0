import {expect} from 'chai';
import {describe, it} from 'node:test';

import {Http} from '../../../src/client/http.js';
import {lenient} from '../../../src/contract/primitives.js';
import {authFor, apiBaseUrl, credentialsFor} from '../../support/rest-backend.js';

/** The steps of reading a response of so many characters, with each task that the page runs between them. */
async function stepsOf(characters: number): Promise<readonly string[]> {
  const steps: string[] = [];
  const takeStep = (step: string): void => {
    steps.push(step);
    setTimeout(() => steps.push('page'));
  };
  const answer = async (): Promise<Response> => Response.json({text: 'x'.repeat(characters)});
  const http = new Http(apiBaseUrl, authFor(credentialsFor('token-1')), {fetch: answer});
  const {parse} = JSON;
  JSON.parse = (text: string) => {
    takeStep('parsed');
    return parse(text) as unknown;
  };
  try {
    const {signal} = new AbortController();
    await http.json(
      {path: 'customer/tickets', signal},
      lenient(data => {
        takeStep('checked');
        return data;
      }),
    );
  } finally {
    JSON.parse = parse;
  }
  return [...steps, 'given'];
}

describe('a response', () => {
  it('of a usual length is parsed and checked in one task', async () => {
    expect(await stepsOf(100_000)).to.eql(['parsed', 'checked', 'given']);
  });

  it('of megabytes yields to the page after parsing and after checking', async () => {
    expect(await stepsOf(1_100_000)).to.eql(['parsed', 'page', 'checked', 'page', 'given']);
  });
});
