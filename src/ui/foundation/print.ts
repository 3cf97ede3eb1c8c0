import {css} from 'lit';

/**
 * Paper: light, whatever the scheme and the operator's colours; all text, and nothing to press. The message expansion
 * controller opens what is collapsed, which CSS cannot do.
 */
export const printStyles = css`
  @media not print {
    .print-only {
      display: none;
    }
  }

  @media print {
    .root {
      --isp-color-surface: initial;
      --isp-color-text: initial;
      --isp-color-muted: initial;
      --isp-color-border: initial;
      --isp-color-attention: initial;
      --isp-color-success: initial;
      --isp-color-danger: initial;
      min-block-size: 0 !important;
    }

    .root :is(.banner, .button, .copy, .floating, .composer, .composer ~ *, .refreshing, .thread > .notice:last-child) {
      display: none;
    }

    .root :is(.row, .reply) {
      content-visibility: visible;
    }

    .root .row-open,
    .root :is(.pane, .list, .new-ticket, .form, .description, .field, .thread, .replies, .reply, .article) {
      display: block;
    }

    /* In place of the gaps of grids: items of grids that break across pages can overlap. */
    .root :is(.pane, .list, .new-ticket, .form, .description, .field, .thread, .replies, .reply, .article) > * + * {
      margin-block-start: 0.75em;
    }

    .root .article {
      padding-inline: 0;
      border-width: 1px 0 0;
      border-radius: 0;
      background: none;
    }

    .row,
    .notice {
      break-inside: avoid;
    }

    .article-header,
    .day,
    .new-line,
    summary {
      break-after: avoid;
    }

    /* "5 minutes ago" is true only on the day of printing. */
    time > [aria-hidden] {
      display: none;
    }

    time > .visually-hidden {
      all: unset;
    }

    .root .control {
      max-block-size: none;
    }
  }
`;
