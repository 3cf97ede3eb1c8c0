import {css} from 'lit';

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
