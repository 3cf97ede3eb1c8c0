/** Which of the customer's tickets a list shows. */
export interface TicketFilter {
  /** `closed`: resolved or closed tickets. `open`: all others, also those with a status of the operator's own. */
  readonly status: 'all' | 'open' | 'closed';
  /** Text that the number or the subject contains, in any case. Empty for all tickets. */
  readonly search: string;
}

export const allTickets: TicketFilter = {status: 'all', search: ''};
