import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect} from 'storybook/test';

import {seededTicketId} from '../demo/desk/browser.js';
import type {UnreadChangeEvent} from '../src/contract/session-events.js';
import '../src/define/isp-reply-banner.js';
import type {ReplyBannerElement} from '../src/elements/reply-banner/reply-banner.js';
import type {DeskStory} from './support/desk.js';
import {setProperties} from './support/set-properties.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {sequence, expectText, type Step, type Translated} from './support/steps.js';

type Story = DeskStory<ReplyBannerElement>;

/** The text of the badge before the banner is ready. */
const unknown = 'not known yet';

/** The badge in the portal's own menu. */
const badgeBeside = (banner: EventTarget | null): HTMLOutputElement | null | undefined =>
  (banner as HTMLElement).nextElementSibling?.querySelector('output');

/**
 * Without an `isp-unread-change`, the portal shows no badge. If a language is still loading, that event comes first.
 */
const onReady = ({currentTarget}: Event): void => {
  const badge = badgeBeside(currentTarget);
  if (badge?.textContent === unknown) badge.textContent = 'no badge';
};

const onUnread = ({currentTarget, total}: UnreadChangeEvent): void => {
  const badge = badgeBeside(currentTarget);
  if (badge) badge.textContent = `${total} unread`;
};

const unread =
  (count: number): Translated =>
  translate =>
    translate('banner.unread', {count, operator: translate('thread.operator')});

const isEmpty: Step = ({canvasElement}) =>
  expect(canvasElement.querySelector('isp-reply-banner')?.shadowRoot?.querySelector('[part="banner"]')).toBeNull();

export default {
  title: 'Elements/isp-reply-banner',
  component: 'isp-reply-banner',
  args: {ticketUrl: '#/customer/tickets/{id}'},
  render: args => html`
    <isp-reply-banner
      api-base="/api"
      @isp-ready=${onReady}
      @isp-unread-change=${onUnread}
      ${setProperties(args)}
    ></isp-reply-banner>
    <p dir="auto">The portal’s own page. Support: <output>${unknown}</output></p>
  `,
} satisfies Meta<ReplyBannerElement>;

export const OneReply: Story = {
  parameters: {desk: {as: 'harbour.view'}},
  play: expectText(unread(1), 'Flat 1204', '1 unread'),
};

export const SeveralReplies: Story = {play: expectText(unread(3), '3 unread')};

/** More tickets than the banner lists. */
export const ManyTickets: Story = {
  parameters: {
    desk: {
      arrange: ({staff}) =>
        Promise.all(
          ['red-los-light', 'typed-markup', 'night-drops', 'long-words'].map(slug =>
            staff.reply(seededTicketId(slug), 'Thank you, we have seen it.'),
          ),
        ),
    },
  },
  play: expectText(unread(7)),
};

export const Narrow: Story = {...SeveralReplies, decorators: [narrow]};

/** The banner is empty. */
export const NothingNew: Story = {
  parameters: {desk: scenarios.noTicketsYet},
  play: sequence(expectText('0 unread'), isEmpty),
};

/** The banner is empty: a failure to reach support is not shown on every page of a portal. */
export const Unreachable: Story = {
  parameters: {desk: scenarios.unreachable},
  play: sequence(expectText('no badge'), isEmpty),
};

export const SignedOut: Story = {
  parameters: {desk: scenarios.signedOut},
  play: sequence(expectText('no badge'), isEmpty),
};

export const NotAllowed: Story = {
  parameters: {desk: scenarios.notAllowed},
  play: sequence(expectText('no badge'), isEmpty),
};

export const Dark: Story = {...SeveralReplies, globals: {theme: 'dark'}};

export const RightToLeft: Story = {...SeveralReplies, globals: {language: 'ar'}};
