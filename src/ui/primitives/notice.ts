import {css, html, nothing, type TemplateResult} from 'lit';

import {icon, type IconName} from './icons.js';

export interface Notice {
  readonly icon?: IconName;
  readonly title?: string | undefined;
  readonly text?: unknown;
  /** Buttons and links. */
  readonly actions?: unknown;
  /** `slim`: a line above what is still worth showing. */
  readonly kind?: 'page' | 'slim';
}

/** A state in words: what is so, and what can be done about it. */
export function notice({icon: name, title, text, actions, kind = 'page'}: Notice): TemplateResult {
  return html`
    <div class="notice ${kind}" part="notice">
      ${name ? icon(name) : nothing}
      <div class="notice-body">
        ${title ? html`<p class="notice-title">${title}</p>` : nothing} ${text ? html`<p>${text}</p>` : nothing}
        ${actions ? html`<div class="actions">${actions}</div>` : nothing}
      </div>
    </div>
  `;
}

export const noticeStyles = css`
  .notice {
    display: flex;
    gap: calc(var(--_step) * 3);
    padding: calc(var(--_step) * 5) calc(var(--_step) * 4);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .notice > .icon {
    inline-size: 1.5em;
    block-size: 1.5em;
    color: var(--_muted);
  }

  .notice-body {
    display: grid;
    gap: calc(var(--_step) * 2);
    justify-items: start;
    min-inline-size: 0;
    max-inline-size: 60ch;
    overflow-wrap: anywhere;
  }

  .notice-title {
    font-weight: 650;
  }

  .notice.slim {
    align-items: center;
    margin-block-end: calc(var(--_step) * 2);
    padding: calc(var(--_step) * 2) calc(var(--_step) * 3);
    font-size: 0.875em;
  }

  .notice.slim > .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }

  .notice.slim .notice-body {
    display: flex;
    max-inline-size: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_step) * 3);
  }

  .notice.slim .button {
    min-block-size: 32px;
    padding-block: 0;
  }
`;
