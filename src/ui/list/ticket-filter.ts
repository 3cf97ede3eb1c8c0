import {css, html, type TemplateResult} from 'lit';

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

export const ticketFilterStyles = css`
  .filter {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .filter > .control {
    flex: 1 1 8em;
    max-inline-size: 30em;
  }

  /* In the dark scheme, the engine's own colour is too faint. */
  .filter ::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .filter .button {
    padding-inline: 0.75em;
  }

  @media (forced-colors: active) {
    [aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
