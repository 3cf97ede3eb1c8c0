import type {Transport} from 'isp-support-elements';

import {isRow, listOf, type Row} from './fields.js';

/** The rows of a list. An answer of another shape must not look like an account without tickets. */
export function listIn(transport: Transport, value: unknown, path: string): readonly Row[] {
  const list = listOf(value);
  if (list) return list.filter(isRow);
  throw transport.error('bad_response', {path, reason: 'no array'});
}
