import {css, html, nothing, type TemplateResult} from 'lit';

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
  return html`
    <article class="article ${kind}" part="article ${kind}" aria-labelledby=${bylineId}>
      <header class="article-header">
        <span id=${bylineId}
          ><bdi class="author" part="author">${author}</bdi>
          ${label ? html`<span class="label">${label}</span>` : nothing}
        </span>
        <span class="muted">${time}</span>
      </header>
      ${body} ${status ?? nothing}
    </article>
  `;
}

export const articleStyles = css`
  .article {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_divider);
    border-radius: var(--_radius);
  }

  .article:is(.customer, .description) {
    border-color: color-mix(in srgb, var(--_accent) 22%, var(--_surface));
    background: var(--isp-own-background, var(--_accent-tint));
  }

  .article.system {
    border-style: dashed;
    color: var(--_text-muted);
  }

  .article-header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.625em;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  .author {
    font-weight: 650;
  }

  .label {
    margin-inline-start: 0.375em;
    padding-inline: 0.5em;
    border: 1px solid var(--_divider);
    border-radius: 1em;
    color: var(--_text-muted);
    font-size: 0.93em;
  }
`;
