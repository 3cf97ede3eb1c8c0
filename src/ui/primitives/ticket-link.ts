import {html, nothing, type TemplateResult} from 'lit';

export interface TicketLinkOptions {
  /** Empty if the ticket cannot be opened. */
  readonly ticketId: string;
  readonly text: string;
  readonly className: string;
  readonly isCurrent?: boolean;
  /** The id of an element that describes the ticket. */
  readonly describedBy?: string;
  /** The URL of a ticket. Undefined if it has none. */
  readonly href: (ticketId: string) => string | undefined;
  readonly onOpen: (event: MouseEvent, ticketId: string) => void;
}

/**
 * Opens a ticket: a link if the ticket has a URL, so that it can be opened in a new tab, otherwise a button. Only the
 * text if the server has sent no id that can be used.
 */
export function ticketLink({
  ticketId,
  text,
  className,
  isCurrent,
  describedBy,
  href,
  onOpen,
}: TicketLinkOptions): TemplateResult {
  if (!ticketId) return html`<span class="unstyled ${className}" part="link" dir="auto" .textContent=${text}></span>`;
  const url = href(ticketId);
  const current = isCurrent ? 'true' : nothing;
  const open = (event: MouseEvent): void => onOpen(event, ticketId);
  return url === undefined
    ? html`<button
        class="unstyled ${className}"
        part="link"
        type="button"
        dir="auto"
        translate="yes"
        aria-current=${current}
        aria-describedby=${describedBy ?? nothing}
        @click=${open}
      >
        ${text}
      </button>`
    : html`<a
        class="unstyled ${className}"
        part="link"
        href=${url}
        dir="auto"
        translate="yes"
        aria-current=${current}
        aria-describedby=${describedBy ?? nothing}
        @click=${open}
        >${text}</a
      >`;
}
