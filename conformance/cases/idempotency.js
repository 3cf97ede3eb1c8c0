import {canonical, check, checkProblem, checkStatus, shown} from '../client.js';

const key = 'docs/servers.md#the-key';
const transaction = 'docs/servers.md#one-transaction';
const failed = 'docs/servers.md#failed-requests';

const keyed = (id, name, see, run) => ({
  id: `idempotency.${id}`,
  name,
  see,
  async run(trial) {
    await trial.needsFeature('idempotent_writes');
    await run(trial);
  },
});

function checkReplay(again, first) {
  checkStatus(again, 201);
  check(canonical(again.json) === canonical(first.json), `the second response differs: ${shown(again.text)}`);
  const replayed = again.headers.get('Idempotent-Replayed');
  check(replayed === 'true', `Idempotent-Replayed is ${shown(replayed)}`);
}

export const cases = [
  keyed('ticket', 'A ticket that is sent again is created once', key, async ({me, draft, key: newKey}) => {
    const [body, headers] = [draft(), newKey()];
    const first = await me.post('/tickets', body, headers);
    checkStatus(first, 201);
    const again = await me.post('/tickets', body, headers);
    check(again.json?.id === first.json.id, `there are two tickets: ${first.json.id} and ${again.json?.id}`);
    checkReplay(again, first);
    const [one, other] = [first, again].map(response => response.headers.get('Location'));
    check(one === other, `Location was ${one}, and is ${other}`);
  }),
  keyed('reply', 'A reply that is sent again is written once', key, async trial => {
    const {id} = await trial.ticket();
    const headers = trial.key();
    const path = `/tickets/${id}/replies`;
    const first = await trial.me.post(path, {message: 'Once'}, headers);
    const again = await trial.me.post(path, {message: 'Once'}, headers);
    const {json} = await trial.detail(id);
    check(json.replies.length === 1, `the reply is in the thread ${json.replies.length} times`);
    checkReplay(again, first);
  }),
  keyed('first-response', 'The first response is repeated even if the ticket has changed since', key, async trial => {
    const [body, headers] = [trial.draft(), trial.key()];
    const first = await trial.me.post('/tickets', body, headers);
    checkStatus(first, 201);
    await trial.reply(first.json.id);
    checkReplay(await trial.me.post('/tickets', body, headers), first);
  }),
  keyed('other-body', 'The same key with another body is 422', key, async ({me, draft, key: newKey}) => {
    const headers = newKey();
    checkStatus(await me.post('/tickets', draft(), headers), 201);
    const response = await me.post('/tickets', draft(), headers);
    checkProblem(response, 422);
    check(/idempotency-key-reused$/.test(response.json?.type ?? ''), `the type is ${shown(response.json?.type)}`);
  }),
  keyed('other-url', 'The same key for another ticket is 422', key, async trial => {
    const tickets = [await trial.ticket(), await trial.ticket()];
    const headers = trial.key();
    const [first, second] = tickets.map(({id}) => `/tickets/${id}/replies`);
    checkStatus(await trial.me.post(first, {message: 'x'}, headers), 201);
    checkProblem(await trial.me.post(second, {message: 'x'}, headers), 422);
  }),
  keyed('simultaneous', 'Ten simultaneous attempts create one ticket', transaction, async trial => {
    const [body, headers] = [trial.draft(), trial.key()];
    const attempts = Array.from({length: 10}, () => trial.me.post('/tickets', body, headers));
    const responses = await Promise.all(attempts);
    for (const response of responses) checkStatus(response, 201, 409);
    const created = new Set(responses.flatMap(({status, json}) => (status === 201 ? [json.id] : [])));
    check(created.size === 1, `there are ${created.size} tickets`);
    const waiting = responses.filter(({status}) => status === 409);
    check(
      waiting.every(({headers: sent, json}) => json?.retry_after !== undefined || sent.get('Retry-After')),
      'a 409 has no Retry-After',
    );
  }),
  keyed('after-failure', 'A refused request does not use up its key', failed, async ({me, draft, key: newKey}) => {
    const headers = newKey();
    checkStatus(await me.post('/tickets', {subject: '', description: ''}, headers), 400, 422);
    const response = await me.post('/tickets', draft(), headers);
    checkStatus(response, 201);
    check(response.headers.get('Idempotent-Replayed') === null, 'the response counts as repeated');
  }),
  keyed('no-key', 'Requests without a key are each handled', key, async ({me, draft}) => {
    const body = draft();
    const [first, second] = [await me.post('/tickets', body), await me.post('/tickets', body)];
    checkStatus(second, 201);
    check(first.json?.id !== second.json?.id, 'the second request has got the first ticket');
  }),
  keyed('other-customer', 'The same key of another customer is independent', key, async trial => {
    const other = trial.as('other');
    const [body, headers] = [trial.draft(), trial.key()];
    const mine = await trial.me.post('/tickets', body, headers);
    const theirs = await other.post('/tickets', body, headers);
    checkStatus(theirs, 201);
    check(theirs.json.id !== mine.json?.id, 'the other customer has got the ticket of this one');
  }),
];
