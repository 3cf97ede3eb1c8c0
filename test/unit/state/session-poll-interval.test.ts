import {describe, it} from 'node:test';

import {expect} from 'chai';

import {defaultConfig} from '../../../src/contract/config.js';
import {mailboxOf} from '../../../src/state/create-mailbox.js';
import {FakeTime} from '../../support/fake-time.js';
import {createTestSession, disposeSessions} from '../../support/session-fixtures.js';

describe('Session with a configuration that has a poll interval', () => {
  it('requests it with the first poll, and polls at its interval from then on', async () => {
    const time = new FakeTime();
    try {
      const requests = {list: 0, config: 0};
      const session = createTestSession({
        getConfig: async () => {
          requests.config++;
          return {...defaultConfig, pollAfter: 3_600_000};
        },
        listTickets: async () => {
          requests.list++;
          return {tickets: [], nextCursor: null};
        },
      });
      await mailboxOf(session).tickets.load();
      const unwatch = mailboxOf(session).tickets.watch();
      expect(requests).to.eql({list: 1, config: 0});
      await time.advanceAsync(60_000);
      expect(requests).to.eql({list: 2, config: 1});
      await time.advanceAsync(86_000_000);
      expect(requests).to.eql({list: 2, config: 1});
      await time.advanceAsync(500_000);
      expect(requests).to.eql({list: 3, config: 1});
      unwatch?.();
      disposeSessions();
    } finally {
      time.restore();
    }
  });
});
