import {waitFor} from 'storybook/test';
import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';

import {faultKinds} from '../demo/desk/browser.js';
import '../src/define/isp-new-ticket.js';
import {MemoryStorage} from '../src/storage/memory-storage.js';
import type {NewTicketElement} from '../src/elements/new-ticket/new-ticket.js';
import type {DeskStory} from './support/desk.js';
import {setProperties} from './support/set-properties.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {sequence, click, translated, expectText, fill, type Translated, type Step} from './support/steps.js';

type Story = DeskStory<NewTicketElement>;

const creates = click(translated('form.create'));

/** With guidance for slow connections. */
const lastHint: Translated = translate => translate('guidance.slow_speed').split('\n').at(-1) ?? '';

export default {
  title: 'Elements/isp-new-ticket',
  component: 'isp-new-ticket',
  render: args => html`<isp-new-ticket api-base="/api" ${setProperties(args)}></isp-new-ticket>`,
} satisfies Meta<NewTicketElement>;

export const Loaded: Story = {play: expectText(translated('form.subject'), translated('guidance.known'))};

export const Narrow: Story = {
  decorators: [narrow],
  play: expectText(translated('form.subject'), translated('guidance.known')),
};

/** With initial values and details of the customer's line. */
export const Prefilled: Story = {
  args: {
    prefill: {
      subject: 'Slow speed: 2 Mbps on a 10 Mbps plan',
      category: 'slow_speed',
      description: 'Measured at 21:00 on a laptop with a cable: 2 Mbps down, 1 Mbps up. Restarted twice, no change.',
    },
    context: {Plan: 'Fibre 10', Router: 'online since Monday'},
  },
  play: expectText(lastHint, 'Fibre 10'),
};

/** The selected priority shows its hint. */
export const HighPriority: Story = {
  args: {prefill: {priority: 'high'}},
  play: expectText(translated('priority.high.hint')),
};

export const SlottedContent: Story = {
  render: args => html`
    <isp-new-ticket api-base="/api" ${setProperties(args)}>
      <p slot="form-intro">Saltmarsh: the mast is being repaired until 18:00. You need not write to us about it.</p>
    </isp-new-ticket>
  `,
  play: expectText('the mast is being repaired'),
};

export const MissingFields: Story = {
  play: sequence(creates, expectText(translated('form.required'), translated('form.description.required'))),
};

export const Creating: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.failingWrites(() => faultKinds.hold().fault)},
  play: sequence(creates, expectText(translated('form.creating'))),
};

/** With the answering times of the operator. */
export const Created: Story = {
  ...Prefilled,
  play: sequence(creates, expectText(translated('form.created.next'), translated('hear.contactDetails'), 'TKT-')),
};

export const Failed: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.failingWrites(() => faultKinds.answer(503))},
  play: sequence(creates, expectText(translated('error.unavailable'), translated('form.unsent'))),
};

export const Unreachable: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.failingWrites(() => faultKinds.dropRequest)},
  play: sequence(creates, expectText(translated('error.network'), translated('form.unsent'))),
};

export const RateLimited: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.failingWrites(() => faultKinds.answer(429, {retryAfter: 30}))},
  play: sequence(creates, expectText(translated('error.rate_limited'), translated('form.unsent'))),
};

/** The server's validation error is shown at the field. */
export const Refused: Story = {
  ...Prefilled,
  parameters: {
    desk: scenarios.failingWrites(
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
  play: sequence(creates, expectText('Say what is slow.')),
};

/** Replaces the form with another one that has the same storage, as after a reload. */
const reload: Step = async ({canvasElement}) => {
  const before = canvasElement.querySelector('isp-new-ticket');
  const {apiBase, fetch, storage, tokenProvider} = before ?? {};
  const after = Object.assign(document.createElement('isp-new-ticket'), {apiBase, fetch, storage, tokenProvider});
  const place = before?.parentElement;
  // It is as soon as the customer is known.
  await waitFor(async () => {
    if ([...((await storage?.entries('')) ?? [])].length === 0) throw new Error('The draft is not stored.');
  });
  before?.remove();
  // An element may be moved within the page, so its session ends one task after it was removed.
  await new Promise(resolve => setTimeout(resolve));
  place?.append(after);
};

/** A draft from an earlier visit is restored. */
export const Restored: Story = {
  render: args => html`
    <isp-new-ticket api-base="/api" ${setProperties({...args, storage: new MemoryStorage()})}></isp-new-ticket>
  `,
  play: sequence(
    fill(translated('form.subject'), 'The cable is cut'),
    reload,
    expectText(translated('composer.restored')),
  ),
};

export const SignedOut: Story = {
  parameters: {desk: scenarios.signedOut},
  play: expectText(translated('error.signedOut')),
};

/** The session ends while the customer is writing: the draft stays. */
export const SessionEnded: Story = {
  ...Prefilled,
  parameters: {desk: scenarios.sessionEnds},
  play: sequence(creates, expectText(translated('error.unauthenticated'), translated('form.unsent'))),
};

export const NotAllowed: Story = {
  parameters: {desk: scenarios.notAllowed},
  play: expectText(translated('error.forbidden')),
};

export const Dark: Story = {...Prefilled, globals: {theme: 'dark'}};

export const RightToLeft: Story = {...Prefilled, globals: {language: 'ar'}};
