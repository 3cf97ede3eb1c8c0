import {expect} from 'chai';
import {describe, it} from 'node:test';

import {serveBackend} from '../../../gateway/index.js';
import {connectAdapter} from '../../support/adapter-server.js';
import {disableRetryDelay} from '../../support/rest-backend.js';
import {answerOf, responseTo, type Helpdesk} from './fixtures/helpdesk.js';
import {staffKeyHelpdesks} from './fixtures/staff-key-helpdesks.js';
import {customerId, foreignTicket, storedTickets, type StoredTicket} from './fixtures/stored-tickets.js';

disableRetryDelay();

interface Json {
  readonly data: readonly object[];
  readonly replies: readonly {readonly created_at: string}[];
  readonly reply: object;
}

/** A second before the helpdesk stores what is sent: the gateway searches a text from its first attempt on. */
const now = () => Date.UTC(2026, 4, 1, 9) + 5000 * 60_000 - 1000;

/** The gateway in front of a helpdesk, for the portal of its customer. */
function gatewayFor(helpdesk: Helpdesk, tickets: StoredTicket[], errors: unknown[] = []) {
  const {backend} = connectAdapter(helpdesk.backend, async request =>
    responseTo(await answerOf(helpdesk, request, tickets)),
  );
  const handle = serveBackend({
    customer: () => ({id: customerId}),
    backend: () => backend,
    onError: error => errors.push(error),
    now,
  });
  return async (method: string, path: string, body?: object, key?: string) => {
    const headers = {'Content-Type': 'application/json', ...(key && {'Idempotency-Key': `"${key}"`})};
    const init = body ? {method, headers, body: JSON.stringify(body)} : {method, headers};
    const response = await handle(new Request(`https://portal.example/customer/${path}`, init));
    return {status: response.status, text: await response.clone().text(), json: (await response.json()) as Json};
  };
}

for (const [name, helpdesk] of Object.entries(staffKeyHelpdesks)) {
  describe(`${name} behind the gateway`, () => {
    it('has lists and threads with exact counts, in which internal notes have no part', async () => {
      const send = gatewayFor(helpdesk, storedTickets(5));
      const list = await send('GET', 'tickets');
      const thread = await send('GET', 'tickets/5');
      const counts = {reply_count: 2, last_reply_by: 'customer', updated_at: thread.json.replies[1]!.created_at};
      expect(list.json.data[0]).to.include({subject: 'Ticket 5', ...counts});
      expect(thread.json).to.include({description: 'Description 5', ...counts});
      expect(list.text + thread.text).not.to.include('Secret');
    });

    it('is not changed by an internal note, byte for byte', async () => {
      const tickets = storedTickets(5);
      const send = gatewayFor(helpdesk, tickets);
      const before = [await send('GET', 'tickets'), await send('GET', 'tickets/5')].map(({text}) => text);
      tickets[0]!.replies.push({id: 999, by: 'note', text: 'Secret', at: new Date('2026-06-01T09:00:00Z')});
      const after = [await send('GET', 'tickets'), await send('GET', 'tickets/5')].map(({text}) => text);
      expect(after).to.eql(before);
    });

    it('sends a reply once, although its request comes twice', async () => {
      const tickets = storedTickets(5);
      const send = gatewayFor(helpdesk, tickets);
      const first = await send('POST', 'tickets/5/replies', {message: 'Again & again'}, 'key-1');
      const second = await send('POST', 'tickets/5/replies', {message: 'Again & again'}, 'key-1');
      expect([first.status, second.status]).to.eql([201, 201]);
      expect(second.json).to.eql(first.json);
      expect(first.json.reply).to.include({message: 'Again & again'});
      expect(tickets[0]!.replies.filter(({text}) => text.startsWith('Again'))).to.have.lengthOf(1);
    });

    it('sends a reply once, although reading it back has failed at first', async () => {
      const tickets = storedTickets(5);
      let isDown = false;
      const send = gatewayFor(
        {
          ...helpdesk,
          answer(asked, stored) {
            if (isDown) return {status: 503, body: {}};
            const count = tickets[0]!.replies.length;
            const answer = helpdesk.answer(asked, stored);
            isDown = tickets[0]!.replies.length > count;
            return answer;
          },
        },
        tickets,
      );
      const first = await send('POST', 'tickets/5/replies', {message: 'Again.'}, 'key-4');
      expect(first.status).to.be.greaterThan(499);
      isDown = false;
      const second = await send('POST', 'tickets/5/replies', {message: 'Again.'}, 'key-4');
      expect(second.json.reply).to.include({message: 'Again.'});
      expect(tickets[0]!.replies.filter(({text}) => text.startsWith('Again'))).to.have.lengthOf(1);
    });

    for (const status of [401, 402, 403, 410]) {
      it(`blames the operator’s key, and not the account of the customer, if the helpdesk answers ${status}`, async () => {
        const errors: unknown[] = [];
        const send = gatewayFor({...helpdesk, answer: () => ({status, body: {}})}, [], errors);
        const draft = {subject: 'a', description: 'b', category: '', priority: 'normal'};
        const answers = [
          await send('GET', 'tickets'),
          await send('GET', 'tickets/5'),
          await send('POST', 'tickets', draft),
        ];
        for (const each of answers) expect([502, 503]).to.include(each.status);
        expect(errors).to.have.lengthOf(3);
      });
    }

    it('answers 404 for the ticket of another customer, and 422 for what the helpdesk refuses', async () => {
      const foreign = foreignTicket();
      const send = gatewayFor(helpdesk, [...storedTickets(2), foreign]);
      expect((await send('GET', `tickets/${foreign.id}`)).status).to.equal(404);
      expect((await send('POST', `tickets/${foreign.id}/replies`, {message: 'Hi'}, 'key-2')).status).to.equal(404);
      const draft = {subject: 'a', description: 'b', category: '', priority: 'normal'};
      const refusing = gatewayFor({...helpdesk, answer: () => helpdesk.refusal}, []);
      expect((await refusing('POST', 'tickets', draft, 'key-3')).status).to.equal(422);
    });
  });
}
