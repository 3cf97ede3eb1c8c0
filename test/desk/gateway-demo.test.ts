import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';

import {openFixture} from '../../demo/gateway/fixture-portal.js';
import {portal} from '../../demo/gateway/portal.js';

const key = 'a secret that is at least 32 bytes long';

for (const name of ['splynx', 'whmcs'] as const) {
  describe(`the portal of the demo with ${name} behind the gateway`, () => {
    const opened = openFixture(name, key);
    after(async () => (await opened).close());

    const get = async (path: string, headers = {}): Promise<string> => {
      const fetch = portal({...(await opened), key});
      return (await fetch(new Request(`https://portal.example${path}`, {headers}))).text();
    };
    const read = async (path: string): Promise<string> =>
      get(`/api/customer/${path}`, {Authorization: `Bearer ${await get('/token')}`});

    test('has the page with the element', async () => {
      assert.match(await get('/'), /<isp-support api-base="\/api"/);
    });

    test('shows the tickets of Lena, without the internal note, and none of another customer', async () => {
      const list = await read('tickets');
      const {data} = JSON.parse(list) as {data: readonly {id: string; subject: string; reply_count: number}[]};
      assert.deepEqual(
        data.map(({subject, reply_count: count}) => [subject, count]),
        [
          ['A question about the bill', 1],
          ['Slow speeds in the evening', 2],
        ],
      );
      const threads = await Promise.all(data.map(({id}) => read(`tickets/${id}`)));
      assert.match(threads[1]!, /The white one/);
      assert.doesNotMatch(threads.join(), /segment/);
    });

    test('says how an agent replies, and then the customer has to answer', async () => {
      const {notice} = await opened;
      const [, body = '', url = ''] = /curl -d '(.+)' (\S+)/.exec(notice)!;
      const response = await fetch(url, {method: 'POST', body: new URLSearchParams(body)});
      assert(response.ok);
      const {data} = JSON.parse(await read('tickets')) as {data: readonly {status: string; reply_count: number}[]};
      assert.deepEqual([data[1]!.status, data[1]!.reply_count], ['pending', 3]);
    });
  });
}
