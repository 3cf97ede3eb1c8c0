import {html, type TemplateResult} from 'lit';

import type {TicketFilter} from '../../contract/ticket-filter.js';
import type {Translator} from '../../i18n/translator.js';

export interface TicketFilterActions {
  readonly onInput: (event: Event) => void;
  readonly onStatus: (status: TicketFilter['status']) => void;
}

/** A search box, and buttons for all, open and closed tickets. */
export const ticketFilter = (
  {status, search}: TicketFilter,
  t: Translator,
  actions: TicketFilterActions,
): TemplateResult =>
  html`<div class="filter">
    <input
      class="control"
      part="control"
      type="search"
      aria-label=${t('list.search')}
      placeholder=${t('list.search')}
      title=${t('list.search.hint')}
      maxlength="200"
      enterkeyhint="search"
      .value=${search}
      @input=${actions.onInput}
    />
    <div role="group" aria-label=${t('list.filter')}>
      ${(['open', 'closed', 'all'] as const).map(
        each =>
          html`<button
            class="button ${each === status ? '' : 'quiet'}"
            part="button"
            type="button"
            aria-pressed=${each === status}
            @click=${() => actions.onStatus(each)}
          >
            ${t(`list.filter.${each}`)}
          </button>`,
      )}
    </div>
  </div>`;
