const state = (file, from, to, ...tests) => ({
  file: `src/state/${file}`,
  from,
  to,
  tests: tests.map(test => `test/unit/state/${test}.test.ts`),
});
const client = (file, from, to, ...tests) => ({
  file: `src/client/${file}`,
  from,
  to,
  tests: tests.map(test => `test/unit/client/${test}.test.ts`),
});
const storage = (from, to) => ({
  file: 'src/storage/customer-storage.ts',
  from,
  to,
  tests: ['test/unit/storage/customer-storage.test.ts'],
});

/**
 * Changes of the source that break a promise of the product. Each text occurs once in its file, and at least one of the
 * named tests fails if it is replaced.
 */
export const mutants = [
  // Requests.
  client('http.ts', 'uploadTimeoutMsPerCharacter = 0.25', 'uploadTimeoutMsPerCharacter = 0', 'time-limit'),
  client('http.ts', 'responseTimeoutMs = 15_000', 'responseTimeoutMs = 60_000', 'time-limit'),
  client('http.ts', 'if (fatal) throw this', 'if (fatal) void this', 'contract-flaws'),
  client('http.ts', "flaw.path.replace(/\\d+/g, '*')", 'flaw.path', 'contract-flaws'),
  client('ky-client.ts', 'limit: 1', 'limit: 2', 'retries'),
  client('ky-client.ts', 'delay: () => 600', 'delay: () => 300', 'ky-client'),
  client('ky-client.ts', "method !== 'GET' || isServerFailing", '{}', 'retries'),
  client('ky-client.ts', ' || isServerFailing', '', 'retries'),
  client('http.ts', 'this.#isServerFailing = false;', '', 'retries'),
  client('ky-client.ts', 'retryAfter === undefined', 'true', 'retries'),
  client('http-request.ts', "redirect: 'manual'", "redirect: 'follow'", 'authorization'),
  client('http-request.ts', "credentials = 'omit'", "credentials = 'include'", 'authorization'),
  client('internal-notes.ts', '!reply.isInternal', 'true', 'internal-notes'),

  // Tokens.
  state('auth/access-token.ts', 'renewalLead = 30_000', 'renewalLead = 0', 'auth/access-token'),
  state('auth/access-token.ts', 'earlyRenewalTimeout = 3_000', 'earlyRenewalTimeout = 30_000', 'auth/access-token'),
  state('auth/access-token.ts', ' renewalTimeout = 30_000', ' renewalTimeout = 300_000', 'auth/access-token'),
  state('auth/access-token.ts', 'maxTokens = 3', 'maxTokens = 30', 'auth/access-token'),
  state('auth/access-token.ts', 'if (tried.has(source.provider)) continue;', '', 'auth/access-token'),

  // The cache.
  state('cache/pagination.ts', 'maxEmptyPages = 10', 'maxEmptyPages = 100', 'cache/pagination'),
  state('cache/pagination.ts', 'partLength = 30', 'partLength = 31', 'cache/pagination'),
  state('cache/pagination.ts', 'maxPageLength = 100', 'maxPageLength = 99', 'cache/pagination'),
  state('cache/receipts.ts', 'maxLag = 10', 'maxLag = 9', 'cache/receipts'),
  state('cache/receipts.ts', 'maxLag = 10', 'maxLag = 11', 'cache/receipts'),
  state('cache/receipts.ts', 'return read.updatedAt > ticket.updatedAt;', 'return true;', 'cache/receipts'),
  state('cache/receipts.ts', 'for (const id of ids) if (id) this.#seen.add(id);', '', 'cache/receipts'),
  state(
    'cache/receipts.ts',
    "sortByCreation([...detail.replies, ...missing], 'oldest first')",
    '[...detail.replies, ...missing]',
    'cache/receipts',
  ),
  state('cache/receipts.ts', '? rows : complete', '? rows : rows', 'cache/receipts'),
  state('cache/receipts.ts', ' && missing.length === 0) return detail', ') return detail', 'cache/receipts'),
  state('cache/resource.ts', 'if (revision !== this.#revision) {', 'if (false) {', 'cache/resource'),
  state('cache/revalidator.ts', 'pollIntervalWithStream = 300', 'pollIntervalWithStream = 60', 'cache/revalidator'),
  state('cache/revalidator.ts', 'streamStartTimeout = 5', 'streamStartTimeout = 0', 'cache/revalidator'),
  state('cache/revalidator.ts', 'focusThrottle = 10', 'focusThrottle = 20', 'cache/revalidator'),
  state('cache/revalidator.ts', 'focusThrottle = 10', 'focusThrottle = 0', 'cache/revalidator'),
  state('cache/revalidator.ts', 'if (!this.#isBackingOff()) {', '{', 'outage'),
  state('cache/revalidator.ts', 'backOffCheckInterval = 10', 'backOffCheckInterval = 60', 'cache/revalidator'),
  state('cache/ticket-list.ts', 'overlapEnd + 1', 'overlapEnd + 2', 'cache/ticket-list'),
  state('cache/ticket-thread.ts', 'slice(0, overlapStart)', 'slice(0, overlapStart - 1)', 'cache/ticket-thread'),
  state('cache/ticket-thread.ts', 'deduplicationInterval = 1000', 'deduplicationInterval = 0', 'cache/ticket-thread'),
  state(
    'cache/ticket-thread.ts',
    'deduplicationInterval = 1000',
    'deduplicationInterval = 60_000',
    'cache/ticket-thread',
  ),
  state('cache/ticket-thread.ts', 'intervalFactor = 1 / 3', 'intervalFactor = 1', 'cache/ticket-thread'),
  state('cache/unread.ts', 'this.#revalidator?.setPollInterval(pollAfter)', 'void 0', 'cache/unread'),

  // Drafts.
  state('drafts/draft.ts', '{...record, supersedes: [...merged.values()]}', 'record', 'drafts/drafts'),
  state('drafts/draft.ts', 'if (this.#isEdited && !isFirst) return;', '', 'drafts/drafts'),
  state('drafts/draft.ts', 'JSON.stringify(stored.get(id)) === json', 'true', 'drafts/drafts'),

  // The outbox.
  state('outbox/outbox-item.ts', 'maxAge = 72 *', 'maxAge = 24 *', 'outbox/outbox'),
  state('outbox/outbox-item.ts', 'maxAge = 72 *', 'maxAge = 96 *', 'outbox/outbox'),
  state('outbox/outbox-store.ts', 'maxItems = 20', 'maxItems = 21', 'outbox/outbox'),
  state('outbox/outbox-store.ts', '(item.error ?? known)', 'item.error', 'outbox/outbox-store'),
  state('outbox/outbox-store.ts', '!this.#removed.has(key) && ', '', 'outbox/outbox-store'),
  state('outbox/outbox.ts', "status: 'sending', isAttempted: true", "status: 'sending'", 'outbox/outbox-tabs'),
  state('outbox/outbox.ts', 'this.store.setLastKnownId(', 'void (', 'outbox/outbox'),
  state('outbox/outbox.ts', '#isServerInDoubt = true', '#isServerInDoubt = false', 'outbox/outbox-tabs'),
  state('outbox/outbox.ts', 'this.#rounds++', '0', 'outbox/outbox'),
  state('outbox/outbox.ts', 'this.#queues.ignoreRetry(queue)', 'void 0', 'outbox/outbox'),
  state('outbox/outbox.ts', 'if (wasInDoubt && !this.#isServerInDoubt) this.flush();', '', 'outbox/outbox'),
  state('outbox/outbox.ts', "&& item.status !== 'failed'", '', 'outbox/outbox'),
  state('outbox/backend-transport.ts', 'maxFailedAttempts = 5', 'maxFailedAttempts = 6', 'outbox/outbox'),
  state('outbox/backend-transport.ts', ' && !transport.isServerDown', '', 'outbox/outbox'),
  state('outbox/outbox.ts', 'do await this.store.restore();', 'do await undefined;', 'outbox/outbox-tabs'),
  state('outbox/backend-transport.ts', 'isAttempted = true;', '', 'outbox/backend-transport'),
  state('outbox/backend-transport.ts', 'this.#reconciler.claim(', 'void (', 'outbox/backend-transport'),
  state('outbox/reconcile.ts', ".normalize('NFKC')", '', 'outbox/reconcile'),
  state('outbox/reconcile.ts', '\\p{C}', '', 'outbox/reconcile'),
  state('outbox/reconcile.ts', 'beginning.length >= minCutLength', 'false', 'outbox/reconcile'),
  state('outbox/outbox-store.ts', 'toWellFormed(text)', 'text', 'session'),
  state('outbox/reconcile.ts', 'maxClockSkew = 60_000', 'maxClockSkew = 0', 'outbox/reconcile'),
  state('outbox/reconcile.ts', 'maxClockSkew = 60_000', 'maxClockSkew = 120_000', 'outbox/reconcile'),
  state('outbox/locks.ts', 'lockTimeout = 30_000', 'lockTimeout = 300_000', 'outbox/locks'),
  state('outbox/locks.ts', 'setInterval(() => void renew(), lockTimeout / 3)', 'undefined', 'outbox/locks'),
  state('outbox/locks.ts', 'await delay(contentionDelay);', 'await undefined;', 'outbox/locks'),

  // Back-off, and the session.
  state('reachability.ts', 'maxBackoff = 60', 'maxBackoff = 600', 'reachability'),
  state('reachability.ts', 'maxPause = 15', 'maxPause = 60', 'reachability'),
  state('reachability.ts', 'defaultPause = 30', 'defaultPause = 3', 'reachability'),
  state('reachability.ts', 'defaultPauseJitter = 5', 'defaultPauseJitter = 0', 'reachability'),
  state('reachability.ts', 'pause + Math.random() * Math.min', 'pause + Math.min', 'reachability'),
  state('reachability.ts', 'this.#retryIn(second * Math.random())', 'this.#retryIn(second)', 'reachability'),
  state('reachability.ts', 'this.#retryIn(pause + Math.random() * second)', 'this.#retryIn(pause)', 'reachability'),
  state('reachability.ts', 'return this.#streak > 1', 'return this.#streak > 0', 'reachability'),
  state('reachability.ts', 'problem ? this.#failures : 0', '0', 'reachability'),
  state('session.ts', 'this.#revalidator.revalidateDue();', '', 'outage'),
  state('session.ts', 'maxThreads = 20', 'maxThreads = 21', 'session-reading'),
  state('session.ts', 'onCancel: key => this.#tabs.broadcast({cancelled: key})', 'onCancel: () => {}', 'session-tabs'),
  state('session.ts', 'void this.outbox.store.remove(sent.item.key);', '', 'session-tabs'),
  state('session.ts', 'this.#tabs.broadcast({hasLoggedOut: true});', '', 'session-tabs'),
  state(
    'session-registry.ts',
    'if (holders === 0 && isOtherCustomer',
    'if (false && isOtherCustomer',
    'session-registry',
  ),
  storage('storageTimeout = 20_000', 'storageTimeout = 200_000'),
  storage('writeGracePeriod = 2_000', 'writeGracePeriod = 20_000'),
];
