import type {SupportErrorCode} from '../../src/contract/errors.js';

/** A `Record`, so that a missing code does not compile. */
const allCodes: Record<SupportErrorCode, true> = {
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

export const errorCodes = Object.keys(allCodes) as readonly SupportErrorCode[];
