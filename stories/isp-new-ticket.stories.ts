import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';

import {faultKinds} from '../demo/desk/browser.js';
import '../src/define/isp-new-ticket.js';
import {MemoryStorage} from '../src/storage/memory-storage.js';
import type {NewTicketElement} from '../src/elements/new-ticket/new-ticket.js';
import type {DeskStory} from './support/desk.js';
import {given} from './support/given.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {inTurn, presses, said, sees, writes, type Said, type Step} from './support/steps.js';

type Story = DeskStory<NewTicketElement>;

const creates = presses(said('form.create'));

/** Of what helps where the speed is low. */
const lastHint: Said = words => words('guidance.slow_speed').split('\n').at(-1) ?? '';

export default {
  title: 'Elements/isp-new-ticket',
  component: 'isp-new-ticket',
  render: args => html`<isp-new-ticket api-base="/api" ${given(args)}></isp-new-ticket>`,
} satisfies Meta<NewTicketElement>;

export const Loaded: Story = {play: sees(said('form.subject'), said('guidance.known'))};

export const Narrow: Story = {decorators: [narrow], play: sees(said('form.subject'), said('guidance.known'))};

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
  play: sees(lastHint, 'Fibre 10'),
};

/** What high priority is for is said where it is chosen. */
export const HighPriority: Story = {args: {prefill: {priority: 'high'}}, play: sees(said('priority.high.hint'))};

export const OperatorsWords: Story = {
  render: args => html`
    <isp-new-ticket api-base="/api" ${given(args)}>
      <p slot="form-intro">Saltmarsh: the mast is being repaired until 18:00. You need not write to us about it.</p>
    </isp-new-ticket>
  `,
  play: sees('the mast is being repaired'),
};

export const Missing: Story = {play: inTurn(creates, sees(said('form.required'), said('form.description.required')))};

export const Creating: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.writing(() => faultKinds.hold().fault)},
  play: inTurn(creates, sees(said('form.creating'))),
};

export const Created: Story = {...Prefilled, play: inTurn(creates, sees(said('form.created.next'), 'TKT-'))};

export const Failed: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.writing(() => faultKinds.answer(503))},
  play: inTurn(creates, sees(said('error.unavailable'), said('form.waiting'))),
};

export const Unreachable: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.writing(() => faultKinds.dropRequest)},
  play: inTurn(creates, sees(said('error.network'), said('form.waiting'))),
};

export const TooManyAtOnce: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.writing(() => faultKinds.answer(429, {retryAfter: 30}))},
  play: inTurn(creates, sees(said('error.rate_limited'), said('form.waiting'))),
};

/** What the server will not take is said where it stands. */
export const Refused: Story = {
  ...Prefilled,
  parameters: {
    desk: scenarios.writing(
      () => async () =>
        Response.json(
          {
            type: 'about:blank',
            title: 'Not valid',
            status: 422,
            errors: {subject: ['Say what is slow.']},
          },
          {status: 422, headers: {'Content-Type': 'application/problem+json'}},
        ),
    ),
  },
  play: inTurn(creates, sees('Say what is slow.')),
};

/** The form goes with its session, and another comes that keeps its words in the same place, as after a reload. */
const reload: Step = async ({canvasElement}) => {
  const before = canvasElement.querySelector('isp-new-ticket');
  const {apiBase, fetch, storage, tokenProvider} = before ?? {};
  const after = Object.assign(document.createElement('isp-new-ticket'), {apiBase, fetch, storage, tokenProvider});
  const place = before?.parentElement;
  before?.remove();
  // What leaves the page may be on its way to another place in it: a session ends a task later.
  await new Promise(resolve => setTimeout(resolve));
  place?.append(after);
};

/** Words that were written on another visit, and not sent. */
export const Restored: Story = {
  render: args => html`
    <isp-new-ticket api-base="/api" ${given({...args, storage: new MemoryStorage()})}></isp-new-ticket>
  `,
  play: inTurn(writes(said('form.subject'), 'The cable is cut'), reload, sees(said('composer.restored'))),
};

export const SignedOut: Story = {parameters: {desk: scenarios.signedOut}, play: sees(said('error.signedOut'))};

/** The session ends while a customer writes: what is written stays. */
export const SessionEnded: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.writing(() => faultKinds.answer(401))},
  play: inTurn(creates, sees(said('error.unauthenticated'), said('form.waiting'))),
};

export const NotAllowed: Story = {parameters: {desk: scenarios.notAllowed}, play: sees(said('error.forbidden'))};

export const Dark: Story = {...Prefilled, globals: {theme: 'dark'}};

export const RightToLeft: Story = {...Prefilled, globals: {language: 'ar'}};
