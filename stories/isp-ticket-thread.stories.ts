import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';

import {faultKinds, seededTicketId} from '../demo/desk/browser.js';
import '../src/define/isp-ticket-thread.js';
import type {TicketThreadElement} from '../src/elements/ticket-thread/ticket-thread.js';
import type {DeskStory} from './support/desk.js';
import {given} from './support/given.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {inTurn, presses, said, sees, writes} from './support/steps.js';

type Story = DeskStory<TicketThreadElement>;

const reply = 'It happened again tonight, at a quarter past nine.';
const sends = inTurn(writes(said('composer.label'), reply), presses(said('composer.send')));

export default {
  title: 'Elements/isp-ticket-thread',
  component: 'isp-ticket-thread',
  args: {ticketId: seededTicketId('evening-slowdown')},
  render: args => html`<isp-ticket-thread api-base="/api" ${given(args)}></isp-ticket-thread>`,
} satisfies Meta<TicketThreadElement>;

export const Loaded: Story = {play: sees('Slow speeds in the evening', 'Karim (Network)')};

export const Narrow: Story = {decorators: [narrow], play: sees('Slow speeds in the evening')};

/** It is the customer's turn, and two replies are unread. */
export const Unread: Story = {
  args: {ticketId: seededTicketId('wifi-bedroom')},
  play: sees(said('turn.pending'), said('thread.new')),
};

/** It opens at its newest replies, with the way to the earlier ones above. */
export const Long: Story = {args: {ticketId: seededTicketId('line-drops')}, play: sees(said('thread.earlier'))};

export const Resolved: Story = {
  args: {ticketId: seededTicketId('charged-twice')},
  play: sees(said('turn.resolved'), said('composer.reopens')),
};

/** A reply to a resolved ticket is in the thread at once, and the ticket is open again. */
export const Reopened: Story = {...Resolved, play: inTurn(sends, sees(reply, said('turn.open')))};

export const NoMoreReplies: Story = {
  args: {ticketId: seededTicketId('duplicate')},
  play: sees(said('turn.final'), said('composer.closed')),
};

/** Plain text: Markdown and HTML stay as they were typed. */
export const TypedMarkup: Story = {
  args: {ticketId: seededTicketId('typed-markup')},
  play: sees('<b>an error</b>', '_nothing_'),
};

/** A status and a category that only the operator knows. */
export const UnknownStatus: Story = {args: {ticketId: seededTicketId('second-socket')}, play: sees('Engineer booked')};

export const Sending: Story = {
  parameters: {desk: scenarios.writing(() => faultKinds.hold().fault)},
  play: inTurn(sends, sees(reply, said('pending.sending'))),
};

export const NotSent: Story = {
  parameters: {desk: scenarios.writing(() => faultKinds.dropRequest)},
  play: inTurn(sends, sees(reply, said('error.network'), said('pending.discard'))),
};

/** One reply waits for the line, and another for the first. */
export const Queued: Story = {
  parameters: {desk: scenarios.writing(() => faultKinds.answer(503))},
  play: inTurn(
    sends,
    writes(said('composer.label'), 'And again at ten.'),
    presses(said('composer.send')),
    sees(reply, 'And again at ten.', said('pending.waiting')),
  ),
};

/**
 * The connection broke, and the server would not know the same reply a second time: whether to send it again is the
 * customer's to say.
 */
export const MayHaveArrived: Story = {
  parameters: {desk: scenarios.withoutIdempotency},
  play: inTurn(sends, sees(reply, said('error.uncertain'), said('pending.again'))),
};

/** What was refused can be edited. */
export const Refused: Story = {
  parameters: {desk: scenarios.writing(() => faultKinds.answer(413))},
  play: inTurn(sends, sees(reply, said('pending.edit'))),
};

/** The session ends while a customer writes: what is written stays. */
export const SessionEnded: Story = {
  parameters: {desk: scenarios.writing(() => faultKinds.answer(401))},
  play: inTurn(sends, sees(reply, said('error.unauthenticated'))),
};

export const DeletedAccount: Story = {parameters: {desk: scenarios.deletedAccount}, play: sees(said('error.gone'))};

/** A long message shows its beginning first. */
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
  play: sees('0:00, measured by cable', said('text.more')),
};

export const NothingWritten: Story = {play: inTurn(presses(said('composer.send')), sees(said('composer.empty')))};

export const NothingChosen: Story = {args: {ticketId: ''}, play: sees(said('thread.none'))};

export const NotFound: Story = {args: {ticketId: 'another-customers'}, play: sees(said('error.not_found'))};

export const Loading: Story = {parameters: {desk: scenarios.waiting}, play: sees(said('thread.loading'))};

export const Failed: Story = {parameters: {desk: scenarios.serverFault}, play: sees(said('error.unavailable'))};

export const Unreachable: Story = {parameters: {desk: scenarios.unreachable}, play: sees(said('error.network'))};

export const SignedOut: Story = {parameters: {desk: scenarios.signedOut}, play: sees(said('error.signedOut'))};

export const NotAllowed: Story = {parameters: {desk: scenarios.notAllowed}, play: sees(said('error.forbidden'))};

export const Dark: Story = {...Unread, globals: {theme: 'dark'}};

export const RightToLeft: Story = {
  args: {ticketId: seededTicketId('night-drops')},
  globals: {language: 'ar'},
  play: sees('انقطاع الإنترنت كل ليلة'),
};
