import {css, html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';

import type {Words} from '../../i18n/translator.js';
import {unsentState, type Unsent, type UnsentActions} from '../text/unsent-state.js';

/** A new ticket that the server does not have yet. */
export interface UnsentTicket extends Unsent {
  readonly draft: {readonly subject: string};
}

/** New tickets on their way, above those that the server knows: what they are shows in each. */
export function unsentTickets(
  items: readonly UnsentTicket[],
  words: Words,
  actions: UnsentActions,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<ul class="unsent" role="list" aria-label=${words('pending.tickets')}>
    ${repeat(
      items,
      ({key}) => key,
      item =>
        html`<li class="unsent-ticket" part="unsent">
          <bdi>${item.draft.subject}</bdi> ${unsentState(item, words, actions)}
        </li>`,
    )}
  </ul>`;
}

export const unsentTicketsStyles = css`
  .unsent-ticket {
    display: grid;
    gap: var(--_step);
    padding: calc(var(--_step) * 3);
    border-block-start: 1px dashed var(--_border);
    background: var(--_tint);
    font-weight: 550;
    overflow-wrap: anywhere;
  }
`;
