import type * as TicketViews from './ticket-views.js';

/**
 * Loads the contents of a ticket and of the form for a new one, which a bundler can put into a file of its own. The
 * standalone build replaces this module by `src/standalone/import-ticket-views.ts`.
 */
export const importTicketViews = (): Promise<typeof TicketViews> => import('./ticket-views.js');
