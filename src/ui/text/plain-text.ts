import {html, nothing, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';
import {button} from '../primitives/button.js';
import {linkify, type Segment} from './linkify.js';
import {textParts, type TextPart} from './text-parts.js';

export interface PlainTextOptions {
  /** The maximum number of visible characters. */
  readonly maxLength: number;
  readonly onShowMore: () => void;
  readonly onLinkOpen: (event: MouseEvent) => void;
}

/** Text as a person typed it: without markup, with line breaks and links, and with long quotations folded. */
export function plainText(text: string, t: Translator, options: PlainTextOptions): TemplateResult {
  const {maxLength, onShowMore, onLinkOpen} = options;
  const {parts, isCut} = textParts(text, maxLength);
  const content = each(parts, part => textPart(part, onLinkOpen));
  return html`<div class="text" part="text" dir="auto" translate="yes">${content}</div>
    ${isCut ? button(t('text.more'), onShowMore, 'quiet') : nothing}`;
}

/** Most texts are one block without links: an array of one would have three comments of Lit's. */
function each<Item>(items: readonly Item[], render: (item: Item) => unknown): unknown {
  const rendered = items.map(render);
  return rendered.length === 1 ? rendered[0] : rendered;
}

/** Not `<p>`: browsers copy two of them with an empty line between. */
function textPart({summary, blocks}: TextPart, onLinkOpen: PlainTextOptions['onLinkOpen']): unknown {
  const content = each(blocks, block => {
    const segments = each(linkify(block), segment => link(segment, onLinkOpen));
    return html`<div class="block" role="paragraph" dir="auto">${segments}</div>`;
  });
  return summary === undefined
    ? content
    : html`<details>
        <summary class="block muted" dir="auto">${summary}</summary>
        ${content}
      </details>`;
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
