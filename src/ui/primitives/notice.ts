import {html, nothing, type TemplateResult} from 'lit';

import {icon, type IconName} from './icons.js';

export interface NoticeOptions {
  readonly icon?: IconName;
  readonly title?: string | undefined;
  readonly text?: unknown;
  /** Buttons and links. */
  readonly actions?: unknown;
  /** `page`: in place of content. `slim`: one line above content. */
  readonly kind?: 'page' | 'slim';
}

/** A message about a state, with actions. */
export function notice({icon: name, title, text, actions, kind = 'page'}: NoticeOptions): TemplateResult {
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
