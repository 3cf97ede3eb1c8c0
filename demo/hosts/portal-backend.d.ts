import type {TicketBackendFactory} from '../../src/index.js';

export const portalBackend: TicketBackendFactory;
