import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';

import type {Translator} from '../../i18n/translator.js';
import {unsentStatus, type UnsentItem, type UnsentActions} from '../primitives/unsent-status.js';

/** A new ticket that the server does not have yet. */
export interface UnsentTicket extends UnsentItem {
  readonly draft: {readonly subject: string};
}

/** New tickets that the server does not have yet: the first items of the list. */
export const unsentTickets = (items: readonly UnsentTicket[], t: Translator, actions: UnsentActions): unknown =>
  repeat(
    items,
    ({key}) => key,
    item =>
      html`<li class="unsent-ticket" part="unsent">
        ${item.discarded ? nothing : html`<bdi translate="yes">${item.draft.subject}</bdi>`}
        ${unsentStatus(item, t, actions)}
      </li>`,
  );
