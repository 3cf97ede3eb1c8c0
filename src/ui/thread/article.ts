import {html, nothing, type TemplateResult} from 'lit';

/** A message of a thread: author, time and text. */
export interface ArticleOptions {
  readonly id: string;
  readonly kind: 'description' | 'customer' | 'operator' | 'system';
  readonly author: string;
  /** A label next to the author, such as *Description*. */
  readonly label?: string | undefined;
  readonly time: unknown;
  readonly body: unknown;
  /** Its delivery status, while it is unsent. */
  readonly status?: unknown;
}

export function article({id, kind, author, label, time, body, status}: ArticleOptions): TemplateResult {
  // An opaque id may contain a space, which separates ids in `aria-labelledby`.
  const bylineId = `by-${id.replace(/\s/g, '_')}`;
  return html`<article class="article ${kind}" part="article ${kind}" aria-labelledby=${bylineId}>
    <header class="article-header">
      <span id=${bylineId}>
        <bdi class="author" part="author" .textContent=${author}></bdi>${
          label ? html` <span class="label">${label}</span>` : nothing
        }
      </span>
      <span class="muted">${time}</span>
    </header>
    ${body}${status ?? nothing}
  </article>`;
}
