import type {TicketQuery} from '../../contract/backend.js';
import type {StatusChoice, TicketConfig} from '../../contract/config.js';
import type {TicketFilter} from '../../contract/ticket-filter.js';
import type {TicketSummary} from '../../contract/ticket.js';
import {appendNew} from './pagination.js';

/** A filter as the server takes it. */
export type ServerFilter = Omit<TicketQuery, 'cursor'>;

const openStatuses = ['open', 'in_progress', 'pending'];
const closedStatuses = ['resolved', 'closed'];

function isListed(filter: TicketFilter, status: string, statuses: readonly StatusChoice[]): boolean {
  const kind = statuses.find(({value}) => value === status)?.kind;
  const isClosed = kind ? kind === 'done' : closedStatuses.includes(status);
  return filter.status === 'all' || isClosed === (filter.status === 'closed');
}

/** The filter as the server takes it; undefined if there is nothing to filter, or the server cannot do all of it. */
export function toServerFilter(filter: TicketFilter, {features, statuses}: TicketConfig): ServerFilter | undefined {
  const search = filter.search.trim();
  const hasStatus = filter.status !== 'all';
  if ((hasStatus && !features.statusFilter) || (search && !features.search)) return undefined;
  const known = new Set([...openStatuses, ...closedStatuses, ...statuses.map(({value}) => value)]);
  const status = [...known].filter(each => isListed(filter, each, statuses));
  return hasStatus || search ? {...(hasStatus && {status}), ...(search && {search})} : undefined;
}

/** The tickets that match a filter: of those in the list, and of those that the server has found by it. */
export function filterTickets(
  rows: readonly TicketSummary[],
  found: readonly TicketSummary[],
  filter: TicketFilter,
  statuses: readonly StatusChoice[] = [],
): readonly TicketSummary[] {
  const search = filter.search.trim().toLowerCase();
  // The server may match more than we do, such as letters with other accents.
  const foundIds = new Set(found.map(({id}) => id));
  // The list is the newer one: what the server has found may have been reopened since.
  return appendNew(rows, found).filter(
    ({id, number, subject, status}) =>
      isListed(filter, status, statuses) &&
      (foundIds.has(id) || `${number}\n${subject}`.toLowerCase().includes(search)),
  );
}
