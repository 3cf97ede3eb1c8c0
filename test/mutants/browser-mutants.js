const mutant = (promise, file, from, to, ...tests) => ({
  promise,
  file: `src/${file}`,
  from,
  to,
  tests: tests.map(test => `test/browser/${test}.test.ts`),
});

/**
 * Changes of the source that break what a customer sees, hears or reaches in the Support tab. Each text occurs once in
 * its file, and at least one of the named tests fails in a browser if it is replaced.
 */
export const browserMutants = [
  mutant(
    'A ticket that is opened far down the list is in view',
    'elements/support/support.styles.ts',
    'overflow-y: auto;',
    '',
    'elements/support-many-tickets',
  ),
  mutant(
    'The confirmation of a new ticket is in view',
    'elements/new-ticket/new-ticket-form.ts',
    'if (!isElsewhere) this.#host.focus();',
    'if (!isElsewhere) this.#host.focus({preventScroll: true});',
    'elements/support-many-tickets',
    'elements/support-new-ticket',
  ),
  mutant(
    'No row is wider than the list',
    'elements/ticket-list/ticket-list.styles.ts',
    `  .list-head {
    display: flex;
    flex-direction: column;`,
    `  .list-head {
    display: grid;`,
    'elements/support-many-tickets',
  ),
  mutant(
    'The first unread reply is at the top of the view',
    'elements/ticket-thread/ticket-thread-content.ts',
    "reveal(unreadLine, 'start')",
    'reveal(unreadLine)',
    'elements/support-many-tickets',
  ),
  mutant(
    'A field with an error is shown with its label and the summary',
    'elements/new-ticket/new-ticket-form.ts',
    'for (const element of shown) if (element) reveal(element);',
    '',
    'elements/support-new-ticket',
  ),
  mutant(
    'The summary names only what is missing',
    'controllers/tickets/ticket-form-controller.ts',
    'this.reported.filter(name => missingFields(this.draft).includes(name))',
    'this.reported',
    'elements/support-new-ticket',
  ),
  mutant(
    'Automatic attempts are calm',
    'ui/primitives/unsent-status.ts',
    "status === 'sending' && isRequested === true",
    "status === 'sending'",
    'elements/calm-retries',
  ),
  mutant(
    'A row says that a reply was not sent yet',
    'controllers/tickets/unsent-tickets-controller.ts',
    'id === ticketId && error',
    "id === '' && error",
    'elements/support-ticket-rows',
  ),
  mutant(
    '“Yesterday” is the calendar day before',
    'ui/text/time.ts',
    'calendarDay(now, timeZone) - calendarDay(Date.parse(instant), timeZone)',
    'Math.floor(elapsed / day)',
    'ui/time',
  ),
  mutant(
    'The element says that the device is offline',
    'controllers/session/offline-controller.ts',
    '!browserPage.isOnline && this.#isShown()',
    'false',
    'elements/offline-line',
  ),
  mutant(
    'Whose turn it is follows who wrote last',
    'elements/ticket-thread/ticket-thread-content.ts',
    'withLastReplyBy(thread.ticket, rows)',
    'thread.ticket',
    'elements/ticket-thread-status',
  ),
  mutant(
    'A reply that waits has the date of its day above it',
    'ui/thread/reply-list.ts',
    '${day === (previous ? dayOfUnsent(previous) : lastDay) ? nothing : dayDivider(day)}',
    '',
    'ui/reply-list',
    'elements/support-long-thread',
  ),
  mutant(
    'A ticket that was reopened says so',
    'elements/ticket-thread/ticket-thread-content.ts',
    'this.#isReopened ||= isReopened;',
    '',
    'elements/support-long-thread',
  ),
  mutant(
    'The reply box is in view after Send',
    'elements/ticket-thread/ticket-thread-content.ts',
    'if (isTaken) void this.#revealComposer();',
    '',
    'elements/support-long-thread',
  ),
  mutant(
    'A page that is dark without declaring it is recognized',
    'controllers/view/color-scheme-controller.ts',
    ': isOnDark(this.#host)',
    ': false',
    'controllers/view/color-scheme-controller',
  ),
  mutant(
    'The guidance says which address support can see',
    'i18n/locales/en.ts',
    'usage, IP address',
    'usage, address',
    'elements/new-ticket-guidance',
    'elements/accessibility-tree',
  ),
  mutant(
    'A row is described by its status, new replies and last reply',
    'ui/list/ticket-row.ts',
    '        describedBy,\n',
    '',
    'elements/support-ticket-rows',
  ),
  mutant(
    'Earlier replies are announced when they are shown',
    'elements/ticket-thread/ticket-thread-content.ts',
    `this.#options.liveRegion.announce(
        hasFailed ? this.#t('thread.earlierFailed') : this.#t('thread.earlierShown', {count}),
      );`,
    '',
    'elements/ticket-thread-earlier-replies',
  ),
  mutant(
    'Forced colours keep the bullets of the guidance',
    'ui/form/guidance.styles.ts',
    'border: 0.1875em solid var(--_accent-text);',
    'background: var(--_accent-text);',
    'elements/device-preferences',
  ),
  mutant(
    'Forced colours tell the primary button from the others',
    'ui/primitives/button.styles.ts',
    'forced-color-adjust: none;',
    '',
    'elements/device-preferences',
  ),
  mutant(
    'Placeholders are as high as rows',
    'ui/primitives/skeleton.styles.ts',
    'calc(4.0625em + var(--_space) * 6 + 1px)',
    '3em',
    'elements/support-ticket-rows',
  ),
  mutant(
    'No arrow stands beside no replies',
    'ui/list/ticket-row.ts',
    'count > 0',
    'count >= 0',
    'elements/support-ticket-rows',
  ),
  mutant(
    'New replies stand apart from the number',
    'ui/list/ticket-row.styles.ts',
    'gap: 0 calc(0.75em / 0.8125);\n  }\n\n  .row-meta div',
    '}\n\n  .row-meta div',
    'elements/support-ticket-rows',
  ),
];
