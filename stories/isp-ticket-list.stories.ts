import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';

import {faultKinds, seededTicketId} from '../demo/desk/browser.js';
import '../src/define/isp-new-ticket.js';
import '../src/define/isp-ticket-list.js';
import type {TicketListElement} from '../src/elements/ticket-list/ticket-list.js';
import type {DeskStory} from './support/desk.js';
import {given} from './support/given.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {inTurn, presses, said, sees, writes} from './support/steps.js';

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
  play: sees(newest, said('row.unread', {count: 1}), said('row.unread', {count: 2})),
};

/** The ticket that is open beside the list. */
export const Selected: Story = {args: {ticketId: seededTicketId('evening-slowdown')}, play: sees(newest)};

/** Two thousand tickets: they arrive page by page. */
export const Long: Story = {
  parameters: {desk: {seed: 'full', as: 'harbour.view'}},
  play: sees('Emergency phone in the lift has no line', said('list.more')),
};

export const Empty: Story = {parameters: {desk: scenarios.noTicketsYet}, play: sees(said('list.empty'))};

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

/** A status that only the operator knows, and a subject without a place to break. */
export const UnknownWords: Story = {play: sees('Engineer booked', 'office-gateway-frankfurt-secondary-failover')};

const writesTicket = inTurn(
  writes(said('form.subject'), 'The cable is cut'),
  writes(said('form.description'), 'By a digger, in front of the house.'),
  presses(said('form.create')),
);

/** The list beside the form, in which a ticket is written. */
const besideForm: Pick<Story, 'render'> = {
  render: args => html`
    <isp-ticket-list api-base="/api" ${given(args)}></isp-ticket-list>
    <isp-new-ticket api-base="/api" ${given(args)}></isp-new-ticket>
  `,
};

/** A new ticket that waits for the line stands above the others. */
export const Queued: Story = {
  ...besideForm,
  parameters: {desk: scenarios.writing(() => faultKinds.answer(503))},
  play: inTurn(writesTicket, sees(newest, 'The cable is cut', said('error.unavailable'))),
};

/** One that was refused does so, too. */
export const NotSent: Story = {
  ...besideForm,
  parameters: {desk: scenarios.writing(() => faultKinds.answer(413))},
  play: inTurn(writesTicket, sees(newest, 'The cable is cut')),
};

export const Loading: Story = {parameters: {desk: scenarios.waiting}, play: sees(said('list.loading'))};

export const Failed: Story = {parameters: {desk: scenarios.serverFault}, play: sees(said('error.unavailable'))};

export const Unreachable: Story = {parameters: {desk: scenarios.unreachable}, play: sees(said('error.network'))};

export const CaptivePortal: Story = {
  parameters: {desk: scenarios.captivePortal},
  play: sees(said('error.bad_response')),
};

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
    sees(newest, said('error.stale')),
  ),
};

export const SignedOut: Story = {parameters: {desk: scenarios.signedOut}, play: sees(said('error.signedOut'))};

export const SessionEnded: Story = {
  parameters: {desk: scenarios.sessionEnded},
  play: sees(said('error.unauthenticated')),
};

export const NotAllowed: Story = {parameters: {desk: scenarios.notAllowed}, play: sees(said('error.forbidden'))};

/** A subscriber who was deleted, with the operator's own way to be reached. */
export const DeletedAccount: Story = {
  parameters: {desk: scenarios.deletedAccount},
  render: args => html`
    <isp-ticket-list api-base="/api" ${given(args)}>
      <p slot="fallback">Call us on +44 20 7946 0100, every day from 8 to 20.</p>
    </isp-ticket-list>
  `,
  play: sees(said('error.gone'), 'Call us'),
};

export const Dark: Story = {globals: {theme: 'dark'}, play: sees(newest)};

export const RightToLeft: Story = {globals: {language: 'ar'}, play: sees(newest)};
