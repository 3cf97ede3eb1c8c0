import type {ReactiveControllerHost} from 'lit';

import {TicketSelectEvent} from '../../contract/ticket-events.js';

interface TicketLinkHost extends ReactiveControllerHost, HTMLElement {
  /** The URL template of a ticket's page, with `{id}` in place of its id. */
  readonly ticketUrl: string;
}

/** The links to tickets: their URLs, and what a click does. */
export class TicketLinkController {
  readonly #host: TicketLinkHost;

  constructor(host: TicketLinkHost) {
    this.#host = host;
  }

  readonly href = (ticketId: string): string | undefined => {
    const {ticketUrl} = this.#host;
    return ticketUrl ? ticketUrl.replace('{id}', encodeURIComponent(ticketId)) : undefined;
  };

  readonly open = (event: MouseEvent, ticketId: string): void => {
    // The browser opens a tab or a window for a click on a link with one of these keys.
    if (this.#host.ticketUrl && (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)) return;
    const select = new TicketSelectEvent(ticketId);
    if (!this.#host.dispatchEvent(select)) event.preventDefault();
  };
}
