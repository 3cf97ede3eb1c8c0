import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';

import {faultKinds, seededTicketId} from '../demo/desk/browser.js';
import '../src/define/isp-ticket-thread.js';
import type {TicketThreadElement} from '../src/elements/ticket-thread/ticket-thread.js';
import type {DeskStory} from './support/desk.js';
import {setProperties} from './support/set-properties.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {sequence, click, translated, expectText, fill} from './support/steps.js';

type Story = DeskStory<TicketThreadElement>;

const reply = 'It happened again tonight, at a quarter past nine.';
const sends = sequence(fill(translated('composer.label'), reply), click(translated('composer.send')));

export default {
  title: 'Elements/isp-ticket-thread',
  component: 'isp-ticket-thread',
  args: {ticketId: seededTicketId('evening-slowdown')},
  render: args => html`<isp-ticket-thread api-base="/api" ${setProperties(args)}></isp-ticket-thread>`,
} satisfies Meta<TicketThreadElement>;

export const Loaded: Story = {play: expectText('Slow speeds in the evening', 'Karim (Network)')};

export const Narrow: Story = {decorators: [narrow], play: expectText('Slow speeds in the evening')};

/** The ticket waits for the customer and has two unread replies. */
export const Unread: Story = {
  args: {ticketId: seededTicketId('wifi-bedroom')},
  play: expectText(translated('turn.pending'), translated('thread.new')),
};

/** Starts with the newest replies, below a button for earlier replies. */
export const Long: Story = {
  args: {ticketId: seededTicketId('line-drops')},
  play: expectText(translated('thread.earlier')),
};

/** Scrolled to its newest reply: the subject stays in view, with the way back to the first message. */
export const LongAtItsEnd: Story = {
  ...Long,
  play: sequence(click(translated('thread.newest')), expectText(translated('thread.first'))),
};

/** A thousand replies: the earlier ones load by pages, or all with one press. */
export const ThousandReplies: Story = {
  args: {ticketId: seededTicketId('riser-saga')},
  parameters: {desk: {seed: 'full', as: 'harbour.view'}},
  play: expectText(translated('thread.earlier')),
};

export const Resolved: Story = {
  args: {ticketId: seededTicketId('charged-twice')},
  play: expectText(translated('turn.resolved'), translated('composer.reopens'), translated('answer.solved')),
};

/** One press sends that the problem is solved. */
export const Solved: Story = {
  ...Resolved,
  play: sequence(click(translated('answer.solved')), expectText(translated('turn.open'))),
};

/** It is support's turn: when the customer hears, and how to send a picture. */
export const WaitingForSupport: Story = {
  args: {ticketId: seededTicketId('red-los-light')},
  play: expectText(translated('hear.contactDetails'), 'support@brindlemoor.example'),
};

/** A reply to a resolved ticket is shown immediately and reopens the ticket. */
export const Reopened: Story = {...Resolved, play: sequence(sends, expectText(reply, translated('turn.open')))};

export const NoMoreReplies: Story = {
  args: {ticketId: seededTicketId('duplicate')},
  play: expectText(translated('turn.final'), translated('composer.closed')),
};

/** Markdown and HTML are shown as plain text. */
export const TypedMarkup: Story = {
  args: {ticketId: seededTicketId('typed-markup')},
  play: expectText('<b>an error</b>', '_nothing_'),
};

/** A custom status and category of the operator. */
export const UnknownStatus: Story = {
  args: {ticketId: seededTicketId('second-socket')},
  play: expectText('Engineer booked'),
};

export const Sending: Story = {
  parameters: {desk: scenarios.failingWrites(() => faultKinds.hold().fault)},
  play: sequence(sends, expectText(reply, translated('unsent.sending'))),
};

export const WaitingForConnection: Story = {
  parameters: {desk: scenarios.failingWrites(() => faultKinds.dropRequest)},
  play: sequence(sends, expectText(reply, translated('error.network'), translated('unsent.discard'))),
};

/** One reply waits for the connection, and another one for the first reply. */
export const WaitingForEarlierReply: Story = {
  parameters: {desk: scenarios.failingWrites(() => faultKinds.answer(503))},
  play: sequence(
    sends,
    fill(translated('composer.label'), 'And again at ten.'),
    click(translated('composer.send')),
    expectText(reply, 'And again at ten.', translated('unsent.waiting')),
  ),
};

/** The connection broke and the server has no idempotent writes, so the customer decides whether to send again. */
export const MayHaveArrived: Story = {
  parameters: {desk: scenarios.withoutIdempotency},
  play: sequence(sends, expectText(reply, translated('error.uncertain'), translated('unsent.sendAgain'))),
};

/** A rejected reply can be edited. */
export const Rejected: Story = {
  parameters: {desk: scenarios.failingWrites(() => faultKinds.answer(413))},
  play: sequence(sends, expectText(reply, translated('unsent.edit'))),
};

/** The session ends while the customer is writing: the draft stays. */
export const SessionEnded: Story = {
  parameters: {desk: scenarios.sessionEnds},
  play: sequence(sends, expectText(reply, translated('error.unauthenticated'))),
};

export const DeletedAccount: Story = {
  parameters: {desk: scenarios.deletedAccount},
  play: expectText(translated('error.gone')),
};

/** Only the beginning of a long message is shown. */
export const LongText: Story = {
  parameters: {
    desk: {
      arrange: ({staff}) =>
        staff.reply(
          seededTicketId('evening-slowdown'),
          Array.from({length: 120}, (_, hour) => `${hour}:00, measured by cable: ${200 - hour} Mbit/s down.`).join(
            '\n',
          ),
        ),
    },
  },
  play: expectText('0:00, measured by cable', translated('text.more')),
};

export const EmptyReply: Story = {
  play: sequence(click(translated('composer.send')), expectText(translated('composer.empty'))),
};

export const NoTicketSelected: Story = {args: {ticketId: ''}, play: expectText(translated('thread.none'))};

export const NotFound: Story = {args: {ticketId: 'another-customers'}, play: expectText(translated('error.not_found'))};

export const Loading: Story = {parameters: {desk: scenarios.pending}, play: expectText(translated('thread.loading'))};

export const Failed: Story = {
  parameters: {desk: scenarios.serverFault},
  play: expectText(translated('error.unavailable')),
};

export const Unreachable: Story = {
  parameters: {desk: scenarios.unreachable},
  play: expectText(translated('error.network')),
};

export const SignedOut: Story = {
  parameters: {desk: scenarios.signedOut},
  play: expectText(translated('error.signedOut')),
};

export const NotAllowed: Story = {
  parameters: {desk: scenarios.notAllowed},
  play: expectText(translated('error.forbidden')),
};

export const Dark: Story = {...Unread, globals: {theme: 'dark'}};

export const RightToLeft: Story = {
  args: {ticketId: seededTicketId('night-drops')},
  globals: {language: 'ar'},
  play: expectText('انقطاع الإنترنت كل ليلة'),
};
