import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';

import {faultKinds} from '../demo/desk/browser.js';
import '../src/define/isp-new-ticket.js';
import type {NewTicketElement} from '../src/elements/new-ticket/new-ticket.js';
import {en} from '../src/messages/en.js';
import type {DeskStory} from './support/desk.js';
import {given} from './support/given.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {inTurn, presses, sees} from './support/steps.js';

type Story = DeskStory<NewTicketElement>;

const creates = presses(en['form.create']);

export default {
  title: 'Elements/isp-new-ticket',
  component: 'isp-new-ticket',
  render: args => html`<isp-new-ticket api-base="/api" ${given(args)}></isp-new-ticket>`,
} satisfies Meta<NewTicketElement>;

export const Loaded: Story = {play: sees(en['form.subject'], en['guidance.known'])};

export const Narrow: Story = {decorators: [narrow], play: sees(en['form.subject'], en['guidance.known'])};

/** With words to begin with, and what the portal knows of the line. */
export const Prefilled: Story = {
  args: {
    prefill: {
      subject: 'Slow speed: 2 Mbps on a 10 Mbps plan',
      category: 'slow_speed',
      description: 'Measured at 21:00 on a laptop with a cable: 2 Mbps down, 1 Mbps up. Restarted twice, no change.',
    },
    context: {Plan: 'Fibre 10', Router: 'online since Monday'},
  },
  play: sees('Whether restarting the router changed anything', 'Fibre 10'),
};

/** What high priority is for is said where it is chosen. */
export const HighPriority: Story = {args: {prefill: {priority: 'high'}}, play: sees(en['priority.high.hint'])};

export const OperatorsWords: Story = {
  render: args => html`
    <isp-new-ticket api-base="/api" ${given(args)}>
      <p slot="form-intro">Saltmarsh: the mast is being repaired until 18:00. You need not write to us about it.</p>
    </isp-new-ticket>
  `,
  play: sees('the mast is being repaired'),
};

export const Missing: Story = {play: inTurn(creates, sees(en['form.required'], en['form.description.required']))};

export const Creating: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.writing(() => faultKinds.hold().fault)},
  play: inTurn(creates, sees(en['form.creating'])),
};

export const Created: Story = {...Prefilled, play: inTurn(creates, sees(en['form.created.next'], 'TKT-'))};

export const Failed: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.writing(() => faultKinds.answer(503))},
  play: inTurn(creates, sees(en['error.unavailable'], en['form.waiting'])),
};

export const Unreachable: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.writing(() => faultKinds.dropRequest)},
  play: inTurn(creates, sees(en['error.network'], en['form.waiting'])),
};

export const TooManyAtOnce: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.writing(() => faultKinds.answer(429, {retryAfter: 30}))},
  play: inTurn(creates, sees(en['error.rate_limited'], en['form.waiting'])),
};

export const SignedOut: Story = {parameters: {desk: scenarios.signedOut}, play: sees(en['error.signedOut'])};

/** The session ends while a customer writes: what is written stays. */
export const SessionEnded: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.writing(() => faultKinds.answer(401))},
  play: inTurn(creates, sees(en['error.unauthenticated'], en['form.waiting'])),
};

export const NotAllowed: Story = {parameters: {desk: scenarios.notAllowed}, play: sees(en['error.forbidden'])};

export const Dark: Story = {...Prefilled, globals: {theme: 'dark'}};

export const RightToLeft: Story = {...Prefilled, globals: {direction: 'rtl'}};
