import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {Json} from './api-client.js';
import {assertSchema, contract, operations, resolve} from './contract-assertions.js';

const bodiesOf = (operationId: string): [string, Json][] => {
  const item = Object.values<Json>(contract.paths).flatMap(path => Object.values<Json>(path));
  const operation = item.find(each => each.operationId === operationId);
  const responses = Object.entries<Json>(operation.responses).map(([status, response]) => [status, resolve(response)]);
  return [['request', resolve(operation.requestBody ?? {})], ...(responses as [string, Json][])].filter(
    ([, body]) => body.content,
  ) as [string, Json][];
};

describe('the contract', () => {
  for (const {id} of operations) {
    test(`has valid examples of every body of ${id}`, () => {
      for (const [name, body] of bodiesOf(id)) {
        for (const media of Object.values<Json>(body.content)) {
          const examples = Object.values<Json>(media.examples ?? {}).map(resolve);
          assert.ok(examples.length > 0, `${id} ${name} has no example`);
          for (const {value, summary} of examples) assertSchema(media.schema, value, `${id} ${name}: ${summary}`);
        }
      }
    });
  }

  test('has examples of unknown values, null, system messages and a ticket without replies', () => {
    const {UnusualTicketPage, UnusualTicketDetail} = contract.components.examples;
    const [row] = UnusualTicketPage.value.data;
    assert.equal(row.status, 'engineer_booked');
    assert.equal(row.priority, null);
    assert.equal(row.reply_count, null);
    assert.ok(UnusualTicketDetail.value.replies.some((reply: Json) => reply.author.kind === 'system'));
    assert.equal(UnusualTicketDetail.value.can_reply, false);
  });
});
