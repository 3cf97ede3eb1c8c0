import {css, html, nothing, type TemplateResult} from 'lit';

/** One message of a thread: who, when, what. */
export interface Article {
  readonly id: string;
  readonly kind: 'description' | 'customer' | 'operator' | 'system';
  readonly author: string;
  /** A word beside the author, such as *Description*. */
  readonly label?: string | undefined;
  readonly time: unknown;
  readonly body: unknown;
  /** Where it is, when it is not with the operator yet. */
  readonly state?: unknown;
}

export function article({id, kind, author, label, time, body, state}: Article): TemplateResult {
  // An opaque id may hold a space, which would make two of it.
  const by = `by-${encodeURIComponent(id)}`;
  return html`
    <article class="article ${kind}" part="article ${kind}" aria-labelledby=${by}>
      <header class="article-header" id=${by}>
        <bdi class="author" part="author">${author}</bdi>${label ? html`<span class="label">${label}</span>` : nothing}
        <span class="muted">${time}</span>
      </header>
      ${body} ${state ?? nothing}
    </article>
  `;
}

export const articleStyles = css`
  .article {
    display: grid;
    gap: calc(var(--_step) * 2);
    padding: calc(var(--_step) * 4);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    min-inline-size: 0;
  }

  .article.customer {
    border-color: color-mix(in srgb, var(--_accent) 22%, var(--_surface));
    background: var(--isp-own-background, var(--_tint));
  }

  .article.system {
    border-style: dashed;
    color: var(--_muted);
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
    overflow-wrap: anywhere;
  }

  .label {
    padding-inline: 0.5em;
    border: 1px solid var(--_hairline);
    border-radius: 1em;
    color: var(--_muted);
    font-size: 0.93em;
  }
`;
