import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';

import {faultKinds, seededTicketId} from '../demo/desk/browser.js';
import '../src/define/isp-ticket-thread.js';
import type {TicketThreadElement} from '../src/elements/ticket-thread/ticket-thread.js';
import {en} from '../src/messages/en.js';
import type {DeskStory} from './support/desk.js';
import {given} from './support/given.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {inTurn, presses, sees, writes} from './support/steps.js';

type Story = DeskStory<TicketThreadElement>;

const reply = 'It happened again tonight, at a quarter past nine.';
const sends = inTurn(writes(en['composer.label'], reply), presses(en['composer.send']));

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
  play: sees(en['turn.pending'], en['thread.new']),
};

/** It opens at its newest replies, with the way to the earlier ones above. */
export const Long: Story = {args: {ticketId: seededTicketId('line-drops')}, play: sees(en['thread.earlier'])};

export const Resolved: Story = {
  args: {ticketId: seededTicketId('charged-twice')},
  play: sees(en['turn.resolved'], en['composer.reopens']),
};

/** A reply to a resolved ticket is in the thread at once, and the ticket is open again. */
export const Reopened: Story = {...Resolved, play: inTurn(sends, sees(reply, en['turn.open']))};

export const NoMoreReplies: Story = {
  args: {ticketId: seededTicketId('duplicate')},
  play: sees(en['turn.final'], en['composer.closed']),
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
  play: inTurn(sends, sees(reply, en['pending.sending'])),
};

export const NotSent: Story = {
  parameters: {desk: scenarios.writing(() => faultKinds.dropRequest)},
  play: inTurn(sends, sees(reply, en['error.network'], en['pending.discard'])),
};

export const NothingWritten: Story = {play: inTurn(presses(en['composer.send']), sees(en['composer.empty']))};

export const NothingChosen: Story = {args: {ticketId: ''}, play: sees(en['thread.none'])};

export const NotFound: Story = {args: {ticketId: 'another-customers'}, play: sees(en['error.not_found'])};

export const Loading: Story = {parameters: {desk: scenarios.waiting}, play: sees(en['thread.loading'])};

export const Failed: Story = {parameters: {desk: scenarios.serverFault}, play: sees(en['error.unavailable'])};

export const Unreachable: Story = {parameters: {desk: scenarios.unreachable}, play: sees(en['error.network'])};

export const SignedOut: Story = {parameters: {desk: scenarios.signedOut}, play: sees(en['error.signedOut'])};

export const NotAllowed: Story = {parameters: {desk: scenarios.notAllowed}, play: sees(en['error.forbidden'])};

export const Dark: Story = {...Unread, globals: {theme: 'dark'}};

export const RightToLeft: Story = {
  args: {ticketId: seededTicketId('night-drops')},
  globals: {direction: 'rtl'},
  play: sees('انقطاع الإنترنت كل ليلة'),
};
