import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';

import {faultKinds, seededTicketId} from '../demo/desk/browser.js';
import '../src/define/isp-ticket-list.js';
import type {TicketListElement} from '../src/elements/ticket-list/ticket-list.js';
import {en} from '../src/messages/en.js';
import type {DeskStory} from './support/desk.js';
import {given} from './support/given.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {inTurn, sees} from './support/steps.js';

type Story = DeskStory<TicketListElement>;

const newest = 'Red LOS light on the fibre box, no internet at all';

export default {
  title: 'Elements/isp-ticket-list',
  component: 'isp-ticket-list',
  render: args => html`<isp-ticket-list api-base="/api" ${given(args)}></isp-ticket-list>`,
} satisfies Meta<TicketListElement>;

export const Loaded: Story = {play: sees(newest)};

export const Narrow: Story = {decorators: [narrow], play: sees(newest)};

export const Unread: Story = {
  parameters: {
    desk: {
      arrange: ({staff}) => staff.reply(seededTicketId('red-los-light'), 'We see it too. An engineer is on the way.'),
    },
  },
  play: sees(newest, '1 new reply', '2 new replies'),
};

/** The ticket that is open beside the list. */
export const Selected: Story = {args: {ticketId: seededTicketId('evening-slowdown')}, play: sees(newest)};

/** Two thousand tickets: they arrive page by page. */
export const Long: Story = {
  parameters: {desk: {seed: 'full', as: 'harbour.view'}},
  play: sees('Emergency phone in the lift has no line', en['list.more']),
};

export const Empty: Story = {parameters: {desk: scenarios.noTicketsYet}, play: sees(en['list.empty'])};

export const OperatorsWords: Story = {
  parameters: {desk: scenarios.noTicketsYet},
  render: args => html`
    <isp-ticket-list api-base="/api" ${given(args)}>
      <p slot="header">Saltmarsh: the mast is being repaired until 18:00. You need not write to us about it.</p>
      <p slot="empty">Nothing is the matter? Splendid. Otherwise, we are a message away.</p>
    </isp-ticket-list>
  `,
  play: sees('the mast is being repaired', 'Splendid'),
};

export const Loading: Story = {parameters: {desk: scenarios.waiting}, play: sees(en['list.loading'])};

export const Failed: Story = {parameters: {desk: scenarios.serverFault}, play: sees(en['error.unavailable'])};

export const Unreachable: Story = {parameters: {desk: scenarios.unreachable}, play: sees(en['error.network'])};

export const CaptivePortal: Story = {parameters: {desk: scenarios.captivePortal}, play: sees(en['error.bad_response'])};

/** A refresh fails: what was loaded stays. */
export const Stale: Story = {
  parameters: {
    desk: {
      arrange: ({faults}) => {
        let asked = 0;
        faults.set({path: '/customer/tickets', times: Infinity}, (request, next) =>
          asked++ === 0 ? next(request) : faultKinds.dropRequest(request, next),
        );
      },
    },
  },
  play: inTurn(
    sees(newest),
    ({canvasElement}) => canvasElement.querySelector('isp-ticket-list')?.refresh(),
    sees(newest, en['error.stale']),
  ),
};

export const SignedOut: Story = {parameters: {desk: scenarios.signedOut}, play: sees(en['error.signedOut'])};

export const SessionEnded: Story = {
  parameters: {desk: scenarios.sessionEnded},
  play: sees(en['error.unauthenticated']),
};

export const NotAllowed: Story = {parameters: {desk: scenarios.notAllowed}, play: sees(en['error.forbidden'])};

/** A subscriber who was deleted, with the operator's own way to be reached. */
export const DeletedAccount: Story = {
  parameters: {desk: scenarios.deletedAccount},
  render: args => html`
    <isp-ticket-list api-base="/api" ${given(args)}>
      <p slot="fallback">Call us on +44 20 7946 0100, every day from 8 to 20.</p>
    </isp-ticket-list>
  `,
  play: sees(en['error.gone'], 'Call us'),
};

export const Dark: Story = {globals: {theme: 'dark'}, play: sees(newest)};

export const RightToLeft: Story = {globals: {direction: 'rtl'}, play: sees(newest)};
