import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {FakeTime} from '../../support/fake-time.js';
import {createGateway} from './gateway-client.js';

const url = 'https://desk.example/api/customer/ticket-events';

describe('the event stream of the gateway', () => {
  it('passes events with the ID of the ticket and nothing else, and ends with the backend', async () => {
    const {helpdesk, handle} = createGateway({
      counts: 'backend',
      customer: () => ({id: 'lena'}),
      backend: ({id}) => ({
        ...helpdesk.backendOf(id),
        listen: async onChange => onChange('7'),
      }),
    });
    const response = await handle(new Request(url));
    assert.equal(response.headers.get('Content-Type'), 'text/event-stream');
    assert.equal(await response.text(), ': welcome\n\nevent: ticket.updated\ndata: {"ticket_id":"7"}\n\n');
  });

  it('stops listening when the client leaves, and when the token expires', async () => {
    const time = new FakeTime();
    const signals: AbortSignal[] = [];
    const {helpdesk, handle} = createGateway({
      counts: 'backend',
      customer: () => ({id: 'lena', expires: helpdesk.now / 1000 + 60}),
      backend: ({id}) => ({
        ...helpdesk.backendOf(id),
        listen: (_, {signal}) =>
          new Promise((_resolve, reject) => {
            signals.push(signal);
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          }),
      }),
    });
    const left = await handle(new Request(url));
    await left.body!.cancel();
    assert(signals[0]!.aborted);
    const text = (await handle(new Request(url))).text();
    time.advance(20_000);
    assert(!signals[1]!.aborted);
    time.advance(40_000);
    assert(signals[1]!.aborted);
    time.restore();
    assert.match(await text, /^: welcome\n\n(: still here\n\n){2,3}$/);
  });
});
