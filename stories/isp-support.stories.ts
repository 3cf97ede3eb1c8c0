import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';

import {seededTicketId} from '../demo/desk/browser.js';
import '../src/define/isp-support.js';
import type {SupportElement} from '../src/elements/support/support.js';
import type {DeskStory} from './support/desk.js';
import {setProperties} from './support/set-properties.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {sequence, click, translated, expectText} from './support/steps.js';

type Story = DeskStory<SupportElement>;

const newest = 'Red LOS light on the fibre box, no internet at all';

export default {
  title: 'Elements/isp-support',
  component: 'isp-support',
  argTypes: {layout: {options: ['page', 'app'], control: 'select'}},
  render: args => html`<isp-support api-base="/api" ${setProperties(args)}></isp-support>`,
} satisfies Meta<SupportElement>;

export const Loaded: Story = {play: expectText(newest, translated('list.new'))};

export const TicketOpen: Story = {
  args: {ticketId: seededTicketId('evening-slowdown')},
  play: expectText(translated('turn.replied'), translated('composer.send')),
};

export const NewTicket: Story = {play: sequence(click(translated('list.new')), expectText(translated('form.subject')))};

export const Narrow: Story = {...Loaded, decorators: [narrow]};

/** One pane with a back button. */
export const NarrowTicketOpen: Story = {
  ...TicketOpen,
  decorators: [narrow],
  play: expectText(translated('thread.back'), translated('turn.replied')),
};

export const NarrowNewTicket: Story = {...NewTicket, decorators: [narrow]};

export const Empty: Story = {parameters: {desk: scenarios.noTicketsYet}, play: expectText(translated('list.empty'))};

/** Content of the operator in slots: a known fault and another way to contact support. */
export const SlottedContent: Story = {
  parameters: {desk: scenarios.serverFault},
  render: args => html`
    <isp-support api-base="/api" ${setProperties(args)}>
      <p slot="header">Saltmarsh: the mast is being repaired until 18:00. You need not write to us about it.</p>
      <p slot="fallback">Call us on +44 20 7946 0100, every day from 8 to 20.</p>
    </isp-support>
  `,
  play: expectText('the mast is being repaired', 'Call us'),
};

/** Failures offer what the customer can do now: sign in, or another way to contact the operator. */
const waysOut = {
  signInUrl: '#',
  contact: 'tel:+44-1632-960142 mailto:support@brindlemoor.example https://brindlemoor.example/help',
};

export const Loading: Story = {parameters: {desk: scenarios.pending}, play: expectText(translated('list.loading'))};

export const Failed: Story = {
  args: waysOut,
  parameters: {desk: scenarios.serverFault},
  play: expectText(translated('error.unavailable')),
};

export const Unreachable: Story = {
  args: waysOut,
  parameters: {desk: scenarios.unreachable},
  play: expectText(translated('error.network')),
};

export const CaptivePortal: Story = {
  args: waysOut,
  parameters: {desk: scenarios.captivePortal},
  play: expectText(translated('error.bad_response')),
};

export const SignedOut: Story = {
  args: waysOut,
  parameters: {desk: scenarios.signedOut},
  play: expectText(translated('error.signedOut'), translated('error.signIn'), translated('contact.heading')),
};

export const SessionEnded: Story = {
  args: waysOut,
  parameters: {desk: scenarios.sessionEnded},
  play: expectText(translated('error.unauthenticated'), translated('error.signIn'), translated('contact.heading')),
};

export const NotAllowed: Story = {
  args: waysOut,
  parameters: {desk: scenarios.notAllowed},
  play: expectText(translated('error.forbidden')),
};

export const DeletedAccount: Story = {
  args: waysOut,
  parameters: {desk: scenarios.deletedAccount},
  play: expectText(translated('error.gone')),
};

/** No ticket with this id: the customer can go back, or contact the operator. */
export const NoSuchTicket: Story = {
  args: {ticketId: 'no-such-ticket'},
  play: expectText(translated('error.not_found'), translated('contact.heading')),
};

export const NarrowSignedOut: Story = {...SignedOut, decorators: [narrow]};

/** The device is offline: one line says so, over the lower edge of the view. */
export const Offline: Story = {
  play: async context => {
    await expectText(newest)(context);
    Object.defineProperty(navigator, 'onLine', {configurable: true, value: false});
    dispatchEvent(new Event('offline'));
    await expectText(translated('error.offline.notice'))(context);
    Reflect.deleteProperty(navigator, 'onLine');
  },
};

export const Dark: Story = {...TicketOpen, globals: {theme: 'dark'}};

export const RightToLeft: Story = {...TicketOpen, globals: {language: 'ar'}};
