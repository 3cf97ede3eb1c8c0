import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';

import {faultKinds, seededTicketId} from '../demo/desk/browser.js';
import '../src/define/isp-new-ticket.js';
import '../src/define/isp-ticket-list.js';
import type {TicketListElement} from '../src/elements/ticket-list/ticket-list.js';
import type {DeskStory} from './support/desk.js';
import {setProperties} from './support/set-properties.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {sequence, click, translated, expectText, fill} from './support/steps.js';

type Story = DeskStory<TicketListElement>;

const newest = 'Red LOS light on the fibre box, no internet at all';

export default {
  title: 'Elements/isp-ticket-list',
  component: 'isp-ticket-list',
  render: args => html`<isp-ticket-list api-base="/api" ${setProperties(args)}></isp-ticket-list>`,
} satisfies Meta<TicketListElement>;

export const Loaded: Story = {play: expectText(newest)};

export const Narrow: Story = {decorators: [narrow], play: expectText(newest)};

export const Unread: Story = {
  parameters: {
    desk: {
      arrange: ({staff}) => staff.reply(seededTicketId('red-los-light'), 'We see it too. An engineer is on the way.'),
    },
  },
  play: expectText(newest, translated('row.unread', {count: 1}), translated('row.unread', {count: 2})),
};

/** The selected ticket is open next to the list. */
export const Selected: Story = {args: {ticketId: seededTicketId('evening-slowdown')}, play: expectText(newest)};

/** Two thousand tickets, loaded page by page. */
export const Long: Story = {
  parameters: {desk: {seed: 'full', as: 'harbour.view'}},
  play: expectText('Emergency phone in the lift has no line', translated('list.more')),
};

export const Empty: Story = {parameters: {desk: scenarios.noTicketsYet}, play: expectText(translated('list.empty'))};

export const SlottedContent: Story = {
  parameters: {desk: scenarios.noTicketsYet},
  render: args => html`
    <isp-ticket-list api-base="/api" ${setProperties(args)}>
      <p slot="header">Saltmarsh: the mast is being repaired until 18:00. You need not write to us about it.</p>
      <p slot="empty">Nothing is the matter? Splendid. Otherwise, we are a message away.</p>
    </isp-ticket-list>
  `,
  play: expectText('the mast is being repaired', 'Splendid'),
};

/** A custom status of the operator, and a subject without a line-break opportunity. */
export const UnknownValues: Story = {
  play: expectText('Engineer booked', 'office-gateway-frankfurt-secondary-failover'),
};

const writesTicket = sequence(
  fill(translated('form.subject'), 'The cable is cut'),
  fill(translated('form.description'), 'By a digger, in front of the house.'),
  click(translated('form.create')),
);

/** The list with a form to create a ticket. */
const besideForm: Pick<Story, 'render'> = {
  render: args => html`
    <isp-ticket-list api-base="/api" ${setProperties(args)}></isp-ticket-list>
    <isp-new-ticket api-base="/api" ${setProperties(args)}></isp-new-ticket>
  `,
};

/** An unsent ticket that waits for the connection is listed first. */
export const UnsentTicketWaiting: Story = {
  ...besideForm,
  parameters: {desk: scenarios.failingWrites(() => faultKinds.answer(503))},
  play: sequence(writesTicket, expectText(newest, 'The cable is cut', translated('error.unavailable'))),
};

/** An unsent ticket that was rejected is listed first. */
export const UnsentTicketRejected: Story = {
  ...besideForm,
  parameters: {desk: scenarios.failingWrites(() => faultKinds.answer(413))},
  play: sequence(writesTicket, expectText(newest, 'The cable is cut')),
};

export const Loading: Story = {parameters: {desk: scenarios.pending}, play: expectText(translated('list.loading'))};

export const Failed: Story = {
  parameters: {desk: scenarios.serverFault},
  play: expectText(translated('error.unavailable')),
};

export const Unreachable: Story = {
  parameters: {desk: scenarios.unreachable},
  play: expectText(translated('error.network')),
};

export const CaptivePortal: Story = {
  parameters: {desk: scenarios.captivePortal},
  play: expectText(translated('error.bad_response')),
};

/** A refresh fails: the loaded tickets stay. */
export const Stale: Story = {
  parameters: {
    desk: {
      arrange: ({faults}) => {
        let requestCount = 0;
        faults.set({path: '/customer/tickets', times: Infinity}, (request, next) =>
          requestCount++ === 0 ? next(request) : faultKinds.dropRequest(request, next),
        );
      },
    },
  },
  play: sequence(
    expectText(newest),
    ({canvasElement}) => canvasElement.querySelector('isp-ticket-list')?.refresh(),
    expectText(newest, translated('error.stale')),
  ),
};

export const SignedOut: Story = {
  parameters: {desk: scenarios.signedOut},
  play: expectText(translated('error.signedOut')),
};

export const SessionEnded: Story = {
  parameters: {desk: scenarios.sessionEnded},
  play: expectText(translated('error.unauthenticated')),
};

export const NotAllowed: Story = {
  parameters: {desk: scenarios.notAllowed},
  play: expectText(translated('error.forbidden')),
};

/** A deleted account, with the operator's fallback content. */
export const DeletedAccount: Story = {
  parameters: {desk: scenarios.deletedAccount},
  render: args => html`
    <isp-ticket-list api-base="/api" ${setProperties(args)}>
      <p slot="fallback">Call us on +44 20 7946 0100, every day from 8 to 20.</p>
    </isp-ticket-list>
  `,
  play: expectText(translated('error.gone'), 'Call us'),
};

export const Dark: Story = {globals: {theme: 'dark'}, play: expectText(newest)};

export const RightToLeft: Story = {globals: {language: 'ar'}, play: expectText(newest)};

/** The server has found the closed tickets of a long list. */
export const Filtered: Story = {
  args: {filter: {status: 'closed', search: ''}},
  parameters: {desk: {seed: 'full', as: 'harbour.view'}},
  play: expectText(translated('list.filter.closed'), translated('status.closed')),
};

/** A search that finds nothing. */
export const NotFound: Story = {
  args: {filter: {status: 'all', search: 'no such ticket'}},
  play: expectText(translated('list.notFound'), translated('list.showAll')),
};
