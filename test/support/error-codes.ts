import type {SupportErrorCode} from '../../src/contract/errors.js';

/** Each, in the order of the contract: one that is not here does not compile. */
const every: Record<SupportErrorCode, true> = {
  unauthenticated: true,
  forbidden: true,
  not_found: true,
  conflict: true,
  gone: true,
  invalid: true,
  rate_limited: true,
  unavailable: true,
  network: true,
  bad_response: true,
  misconfigured: true,
  offline: true,
  uncertain: true,
  overdue: true,
};

export const errorCodes = Object.keys(every) as readonly SupportErrorCode[];
