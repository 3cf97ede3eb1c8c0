import {css, html, nothing, type TemplateResult} from 'lit';

import type {Words} from '../../i18n/translator.js';
import {linkify, type Segment} from './linkify.js';
import {textBlocks} from './text-blocks.js';

export interface PlainTextOptions {
  /** How many characters are shown at most. */
  readonly shown: number;
  readonly onShowMore: () => void;
  readonly onLinkOpen: (event: MouseEvent) => void;
}

/** A person's words as they typed them: no markup means anything, line breaks stay, addresses can be followed. */
export function plainText(text: string, words: Words, options: PlainTextOptions): TemplateResult {
  const {shown, onShowMore, onLinkOpen} = options;
  return html`
    <div class="text" part="text" dir="auto">
      ${textBlocks(text, shown).map(block => html`<p dir="auto">${linkify(block).map(segment => link(segment, onLinkOpen))}</p>`)}
    </div>
    ${
      text.length > shown
        ? html`<button class="button quiet" part="button" type="button" @click=${onShowMore}>
            ${words('text.more')}
          </button>`
        : nothing
    }
  `;
}

function link(segment: Segment, onLinkOpen: (event: MouseEvent) => void): TemplateResult | string {
  if (typeof segment === 'string') return segment;
  const {text, href, host} = segment;
  return html`<a
      href=${href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      referrerpolicy="no-referrer"
      @click=${onLinkOpen}
      >${text}</a
    >${host ? html` <bdi class="muted" dir="ltr">(${host})</bdi>` : nothing}`;
}

export const plainTextStyles = css`
  .text {
    max-inline-size: var(--isp-line-length, 68ch);
  }

  .text p {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }

  .text a {
    color: var(--_accent-text);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
`;
