import assert from 'node:assert/strict';
import type {BrowserContext} from 'playwright-core';
import {readWholePage, type Answer, type Sent, type Witness} from './witness.js';

/** A token without its header, which every token has alike: neither what it claims nor its signature may be seen. */
const secretsOf = (tokens: Iterable<string>): string[] => [...tokens].flatMap(token => token.split('.').slice(1));

/** Every place in one person's browser where something can be read, each with its name. */
async function* readable(context: BrowserContext, witness: Witness): AsyncGenerator<[place: string, text: string]> {
  for (const frame of context.pages().flatMap(page => page.frames())) {
    for (const [place, text] of Object.entries(await readWholePage(frame))) yield [`${place} of ${frame.url()}`, text];
  }
  const {cookies, origins} = await context.storageState({indexedDB: true});
  yield ['cookies', JSON.stringify(cookies)];
  yield ['databases', JSON.stringify(origins)];
  yield ['the console', witness.said.join('\n')];
  yield ['events', witness.events.join('\n')];
  for (const request of await witness.requests()) {
    yield [`the request ${request.url}`, JSON.stringify(withoutItsPass(request))];
  }
  for (const answer of await witness.answers())
    yield [`the answer of ${answer.url}`, JSON.stringify(asGivenOut(answer))];
}

const below = (path: string, url: string): boolean => new URL(url).pathname.startsWith(path);

/** The token travels in one header, to the API. */
function withoutItsPass({headers: {authorization, ...headers}, ...request}: Sent): object {
  return {...request, headers: below('/api/', request.url) ? headers : {...headers, authorization}};
}

/** The portal gives it out in one answer. */
const asGivenOut = ({text, ...answer}: Answer): object =>
  below('/portal/token', answer.url) ? answer : {...answer, text};

/** Where a customer's token can be seen, though it should be nowhere. */
export async function placesOfTokens(context: BrowserContext, witness: Witness): Promise<string[]> {
  await Promise.all([witness.requests(), witness.answers()]);
  const secrets = secretsOf(witness.tokens);
  const places: string[] = [];
  for await (const [place, text] of readable(context, witness)) {
    if (secrets.some(secret => text.includes(secret))) places.push(place);
  }
  return places;
}

/** What has to hold for every page at every time. */
export async function assertClean(context: BrowserContext, witness: Witness): Promise<void> {
  // Told once: the next test is about something else.
  assert.deepEqual(witness.complaints.splice(0), []);
  assert.deepEqual(await placesOfTokens(context, witness), []);
}
