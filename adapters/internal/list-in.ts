import type {Transport} from 'isp-support-elements';

import {rowsIn, type Row} from './fields.js';

/** The rows of a list. An answer of another shape must not look like an account without tickets. */
export function listIn(transport: Transport, value: unknown, path: string): readonly Row[] {
  if (Array.isArray(value)) return rowsIn(value);
  throw transport.error('bad_response', {path, reason: 'no array'});
}
