import {html, nothing, type TemplateResult} from 'lit';

export interface TicketLink {
  readonly ticketId: string;
  readonly text: string;
  readonly className: string;
  readonly isCurrent?: boolean;
  /** The ticket's address; undefined where it has none. */
  readonly href: (ticketId: string) => string | undefined;
  readonly onOpen: (event: MouseEvent, ticketId: string) => void;
}

/** The way to a ticket: a link where there is an address to open in a tab of its own, else a button. */
export function ticketLink({ticketId, text, className, isCurrent, href, onOpen}: TicketLink): TemplateResult {
  const address = href(ticketId);
  const current = isCurrent ? 'true' : nothing;
  const open = (event: MouseEvent): void => onOpen(event, ticketId);
  return address === undefined
    ? html`<button
        class="bare ${className}"
        part="link"
        type="button"
        dir="auto"
        aria-current=${current}
        @click=${open}
      >
        ${text}
      </button>`
    : html`<a class="bare ${className}" part="link" href=${address} dir="auto" aria-current=${current} @click=${open}
        >${text}</a
      >`;
}
