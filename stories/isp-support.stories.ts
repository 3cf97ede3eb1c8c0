import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';

import {seededTicketId} from '../demo/desk/browser.js';
import '../src/define/isp-support.js';
import type {SupportElement} from '../src/elements/support/support.js';
import type {DeskStory} from './support/desk.js';
import {given} from './support/given.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {inTurn, presses, said, sees} from './support/steps.js';

type Story = DeskStory<SupportElement>;

const newest = 'Red LOS light on the fibre box, no internet at all';

export default {
  title: 'Elements/isp-support',
  component: 'isp-support',
  argTypes: {layout: {options: ['page', 'app'], control: 'select'}},
  render: args => html`<isp-support api-base="/api" ${given(args)}></isp-support>`,
} satisfies Meta<SupportElement>;

export const Loaded: Story = {play: sees(newest, said('list.new'))};

export const TicketOpen: Story = {
  args: {ticketId: seededTicketId('evening-slowdown')},
  play: sees(said('turn.in_progress'), said('composer.send')),
};

export const NewTicket: Story = {play: inTurn(presses(said('list.new')), sees(said('form.subject')))};

export const Narrow: Story = {...Loaded, decorators: [narrow]};

/** One pane, with the way back. */
export const NarrowTicketOpen: Story = {
  ...TicketOpen,
  decorators: [narrow],
  play: sees(said('thread.back'), said('turn.in_progress')),
};

export const NarrowNewTicket: Story = {...NewTicket, decorators: [narrow]};

export const Empty: Story = {parameters: {desk: scenarios.noTicketsYet}, play: sees(said('list.empty'))};

/** What an operator says in the slots: about a known fault, and how else it can be reached. */
export const OperatorsWords: Story = {
  parameters: {desk: scenarios.serverFault},
  render: args => html`
    <isp-support api-base="/api" ${given(args)}>
      <p slot="header">Saltmarsh: the mast is being repaired until 18:00. You need not write to us about it.</p>
      <p slot="fallback">Call us on +44 20 7946 0100, every day from 8 to 20.</p>
    </isp-support>
  `,
  play: sees('the mast is being repaired', 'Call us'),
};

export const Loading: Story = {parameters: {desk: scenarios.waiting}, play: sees(said('list.loading'))};

export const Failed: Story = {parameters: {desk: scenarios.serverFault}, play: sees(said('error.unavailable'))};

export const Unreachable: Story = {parameters: {desk: scenarios.unreachable}, play: sees(said('error.network'))};

export const CaptivePortal: Story = {
  parameters: {desk: scenarios.captivePortal},
  play: sees(said('error.bad_response')),
};

export const SignedOut: Story = {parameters: {desk: scenarios.signedOut}, play: sees(said('error.signedOut'))};

export const SessionEnded: Story = {
  parameters: {desk: scenarios.sessionEnded},
  play: sees(said('error.unauthenticated')),
};

export const NotAllowed: Story = {parameters: {desk: scenarios.notAllowed}, play: sees(said('error.forbidden'))};

export const DeletedAccount: Story = {parameters: {desk: scenarios.deletedAccount}, play: sees(said('error.gone'))};

export const Dark: Story = {...TicketOpen, globals: {theme: 'dark'}};

export const RightToLeft: Story = {...TicketOpen, globals: {language: 'ar'}};
