import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect} from 'storybook/test';

import {seededTicketId} from '../demo/desk/browser.js';
import type {UnreadChangeEvent} from '../src/contract/session-events.js';
import '../src/define/isp-reply-banner.js';
import type {ReplyBannerElement} from '../src/elements/reply-banner/reply-banner.js';
import type {DeskStory} from './support/desk.js';
import {given} from './support/given.js';
import {narrow} from './support/narrow.js';
import * as scenarios from './support/scenarios.js';
import {inTurn, said, sees, type Step} from './support/steps.js';

type Story = DeskStory<ReplyBannerElement>;

function write(banner: EventTarget | null, words: string): void {
  const badge = (banner as HTMLElement).nextElementSibling?.querySelector('output');
  if (badge) badge.textContent = words;
}

/**
 * A portal's own menu has a badge, which the banner's event is for; without the event, there is nothing to write there.
 */
const onReady = ({currentTarget}: Event): void => write(currentTarget, 'no badge');
const onUnread = ({currentTarget, total}: UnreadChangeEvent): void => write(currentTarget, `${total} unread`);

const takesNoRoom: Step = ({canvasElement}) =>
  expect(canvasElement.querySelector('isp-reply-banner')?.offsetHeight).toBe(0);

export default {
  title: 'Elements/isp-reply-banner',
  component: 'isp-reply-banner',
  args: {ticketUrl: '#/customer/tickets/{id}'},
  render: args => html`
    <isp-reply-banner
      api-base="/api"
      @isp-ready=${onReady}
      @isp-unread-change=${onUnread}
      ${given(args)}
    ></isp-reply-banner>
    <p dir="auto">The portal’s own page. Support: <output>not known yet</output></p>
  `,
} satisfies Meta<ReplyBannerElement>;

export const OneReply: Story = {
  parameters: {desk: {as: 'harbour.view'}},
  play: sees(said('banner.unread', {count: 1}), 'Flat 1204', '1 unread'),
};

export const SeveralReplies: Story = {play: sees(said('banner.unread', {count: 3}), '3 unread')};

/** More tickets than a banner has room for. */
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
  play: sees(said('banner.unread', {count: 7})),
};

export const Narrow: Story = {...SeveralReplies, decorators: [narrow]};

/** It takes no room. */
export const NothingNew: Story = {
  parameters: {desk: scenarios.noTicketsYet},
  play: inTurn(sees('0 unread'), takesNoRoom),
};

/** Nor here: a portal's every page is no place to say that support cannot be reached. */
export const Unreachable: Story = {
  parameters: {desk: scenarios.unreachable},
  play: inTurn(sees('no badge'), takesNoRoom),
};

export const SignedOut: Story = {parameters: {desk: scenarios.signedOut}, play: inTurn(sees('no badge'), takesNoRoom)};

export const NotAllowed: Story = {
  parameters: {desk: scenarios.notAllowed},
  play: inTurn(sees('no badge'), takesNoRoom),
};

export const Dark: Story = {...SeveralReplies, globals: {theme: 'dark'}};

export const RightToLeft: Story = {...SeveralReplies, globals: {language: 'ar'}};
