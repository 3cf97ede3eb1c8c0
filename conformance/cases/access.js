import {canonical, check, checkProblem, checkStatus, Client, shown} from '../client.js';

const token = 'docs/servers.md#the-token';
const account = 'docs/servers.md#who-speaks-for-the-account';
const document = 'docs/openapi.yaml#/components/responses';

/** What a refusal says. `instance` differs for each request: https://www.rfc-editor.org/rfc/rfc9457#name-instance */
const refusalIn = ({json, text}) => (json ? canonical({...json, instance: undefined}) : text);

const tokenOf = claims => [{alg: 'none'}, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url'));

const unused = '00000000-0000-4000-8000-000000000000';

export const cases = [
  {
    id: 'access.no-token',
    name: 'A request without a token is refused with 401',
    see: `${document}/Unauthenticated`,
    async run({base}) {
      const response = await new Client(base).get('/tickets');
      checkProblem(response, 401);
      check(response.headers.get('WWW-Authenticate'), 'the 401 has no WWW-Authenticate header');
    },
  },
  {
    id: 'access.invalid-token',
    name: 'A token that is not one is refused with 401',
    see: `${document}/Unauthenticated`,
    run: async ({base}) => checkProblem(await new Client(base, 'invalid').get('/tickets'), 401),
  },
  {
    id: 'access.changed-token',
    name: 'A token whose signature does not match is refused with 401',
    see: token,
    async run({base, token: valid}) {
      const [head, claims, signature = ''] = valid.split('.');
      const changed = [head, claims, [...signature].reverse().join('')].join('.');
      checkProblem(await new Client(base, changed).get('/tickets'), 401);
    },
  },
  {
    id: 'access.unsigned-token',
    name: 'A token without a signature is refused with 401',
    see: token,
    async run({base, token: valid}) {
      const claims = JSON.parse(Buffer.from(valid.split('.')[1] ?? '', 'base64url').toString() || '{}');
      checkProblem(await new Client(base, `${tokenOf(claims).join('.')}.`).get('/tickets'), 401);
    },
  },
  {
    id: 'access.expired',
    name: 'An expired token is refused with 401',
    see: `${document}/Unauthenticated`,
    run: async trial => checkProblem(await trial.as('expired').get('/tickets'), 401),
  },
  {
    id: 'access.barred',
    name: 'An account without access to tickets is refused with 403',
    see: account,
    run: async trial => checkProblem(await trial.as('barred').get('/tickets'), 402, 403),
  },
  {
    id: 'access.gone',
    name: 'A deleted account is refused with 410',
    see: account,
    run: async trial => checkProblem(await trial.as('gone').get('/tickets'), 410),
  },
  {
    id: 'access.unknown-ticket',
    name: 'A ticket that does not exist is 404',
    see: `${document}/NotFound`,
    run: async ({me}) => checkProblem(await me.get(`/tickets/${unused}`), 404),
  },
  {
    id: 'access.reply-to-unknown',
    name: 'A reply to a ticket that does not exist is 404',
    see: `${document}/NotFound`,
    run: async ({me}) => checkProblem(await me.post(`/tickets/${unused}/replies`, {message: 'x'}), 404),
  },
  {
    id: 'access.other-customer-reads',
    name: 'Another customer’s ticket looks like one that does not exist',
    see: `${document}/NotFound`,
    async run(trial) {
      const other = trial.as('other');
      const {id} = await trial.ticket();
      const theirs = await other.get(`/tickets/${id}`);
      checkProblem(theirs, 404);
      const none = await other.get(`/tickets/${unused}`);
      check(refusalIn(theirs) === refusalIn(none), `the bodies differ: ${shown(theirs.text)} and ${shown(none.text)}`);
    },
  },
  {
    id: 'access.other-customer-replies',
    name: 'A reply to another customer’s ticket is 404, and is not written',
    see: `${document}/NotFound`,
    async run(trial) {
      const other = trial.as('other');
      const {id} = await trial.ticket();
      checkProblem(await other.post(`/tickets/${id}/replies`, {message: 'x'}), 404);
      const {json} = await trial.detail(id);
      check(json.replies.length === 0, 'the reply is in the thread');
    },
  },
  {
    id: 'access.other-customer-lists',
    name: 'The list has no ticket of another customer',
    see: 'docs/openapi.yaml#/paths/~1customer~1tickets/get',
    async run(trial) {
      const other = trial.as('other');
      const {id} = await trial.ticket();
      const list = await other.get('/tickets');
      checkStatus(list, 200);
      check(!list.text.includes(JSON.stringify(id)), 'the list of the other customer has the new ticket');
    },
  },
];
