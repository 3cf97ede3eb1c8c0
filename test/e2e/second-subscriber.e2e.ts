import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {Caller} from './support/caller.js';
import {onStage} from './support/stage.js';

interface Page {
  readonly data: readonly {readonly id: string; readonly subject: string}[];
}

const noSuchTicket = '00000000-0000-4000-8000-000000000000';

describe('another subscriber', () => {
  const stage = onStage();
  let harbour: Caller;
  let lenas: Page['data'];

  before(async () => {
    const [lena, other] = await Promise.all([Caller.customer('lena.moreau'), Caller.customer('harbour.view')]);
    harbour = other;
    ({data: lenas} = await lena.json<Page>('/api/customer/tickets?limit=100'));
  });

  /** The answer without what tells one request from the next. */
  const asked = async (path: string, options?: Parameters<Caller['ask']>[1]) => {
    const {status, body} = await harbour.ask(path, options);
    return {status, body};
  };

  test('gets for each ticket of somebody else’s what a ticket gets that does not exist', async () => {
    assert.ok(lenas.length > 10);
    const missing = await asked(`/api/customer/tickets/${noSuchTicket}`);
    assert.equal(missing.status, 404);
    for (const {id} of lenas) assert.deepEqual(await asked(`/api/customer/tickets/${id}`), missing);
  });

  test('can neither reply to it, nor read its replies, nor mark it as read', async () => {
    const address = `/api/customer/tickets/${lenas[0]?.id}`;
    const answers = await Promise.all([
      asked(`${address}/replies`),
      asked(`${address}/replies`, {method: 'POST', body: {message: 'Mine now'}}),
      asked(`${address}/read`, {method: 'PUT', body: {last_reply_id: noSuchTicket}}),
    ]);
    assert.deepEqual(
      answers.map(({status}) => status),
      [404, 404, 404],
    );
  });

  test('who signs in after the first has signed out is shown nothing of theirs', async () => {
    const visitor = await stage.customer();
    await visitor.signIn('Léna Moreau');
    await visitor.openSupport();
    const subjects = lenas.map(({subject}) => subject);
    assert.ok((await visitor.list.rows.first().innerText()).includes(subjects[0]!));

    await visitor.signOut();
    await visitor.signIn('Harbour View Apartments');
    await visitor.openSupport();
    const shown = await visitor.everythingShown();
    assert.deepEqual(
      subjects.filter(subject => shown.includes(subject)),
      [],
    );
  });

  test('who is signed out is asked to sign in, also by the Back button', async () => {
    const visitor = await stage.customer();
    await visitor.signIn('Léna Moreau');
    await visitor.openSupport();
    await visitor.signOut();
    await visitor.page.goBack();
    await visitor.card('Léna Moreau').waitFor();
  });
});
