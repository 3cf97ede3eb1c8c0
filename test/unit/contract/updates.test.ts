import {describe, it} from 'node:test';

import {expect} from 'chai';
import {parse, safeParse} from 'zod/v4/core';

import {readTolerantly} from '../../../src/contract/flaws.js';
import {Updates} from '../../../src/contract/updates.js';

describe('Updates', () => {
  it('has the total of unread replies, and their tickets', () => {
    const updates = parse(Updates, {
      unread: 3,
      tickets: [{id: 1, ticket_number: 'TKT-2026-1', subject: 'Slow', status: 'open', unread_count: 3}],
      sync_token: 'abc',
      version: 'v1',
      poll_after: 60,
    });
    expect(updates).to.eql({
      unread: 3,
      tickets: [{id: '1', number: 'TKT-2026-1', subject: 'Slow', unreadCount: 3}],
      pollAfter: 60,
      version: 'v1',
    });
  });

  for (const [sent, version] of [
    [undefined, null],
    [null, null],
    ['', null],
    [7, '7'],
    ['a'.repeat(2000), 'a'.repeat(2000)],
  ] as const) {
    it(`has the version ${String(version).slice(0, 4)} if the server sends ${JSON.stringify(sent)?.slice(0, 6)}`, () => {
      expect(readTolerantly(Updates, {unread: 0, tickets: [], version: sent}).output.version).to.equal(version);
    });
  }

  it('accepts a ticket that has an id only', () => {
    const {tickets} = parse(Updates, {unread: 0, tickets: [{id: 'a'}], sync_token: ''});
    expect(tickets).to.eql([{id: 'a', number: null, subject: null, unreadCount: 0}]);
  });

  for (const broken of [
    {unread: '3', tickets: [], sync_token: 'a'},
    {unread: 3, sync_token: 'a'},
  ]) {
    it(`is rejected as ${JSON.stringify(broken)}`, () => {
      expect(safeParse(Updates, broken).success).to.be.false;
    });
  }
});
