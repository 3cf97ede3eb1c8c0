import {fromBase64Url, toBase64Url} from './base64url.js';
import {badCursor} from './problems.js';
import type {Position} from './store/rows.js';

export type CursorKind = 'tickets' | 'replies' | 'queue' | 'waiting';

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const id = /^[\w-]{1,128}$/;

export const toCursor = (kind: CursorKind, {at, id}: Position) => toBase64Url(`${kind} ${at} ${id}`);

export function fromCursor(kind: CursorKind, cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const [saidKind, at, rowId] = decode(cursor).split(' ');
  if (saidKind !== kind || at === undefined || rowId === undefined) throw badCursor();
  if (!time.test(at) || Number.isNaN(Date.parse(at)) || !id.test(rowId)) throw badCursor();
  return {at, id: rowId};
}

export const toSyncToken = (version: number) => toBase64Url(`version ${version}`);

export function fromSyncToken(token: string | undefined): number | null {
  if (token === undefined) return null;
  const version = /^version (\d{1,15})$/.exec(decode(token))?.[1];
  if (version === undefined) throw badCursor();
  return Number(version);
}

function decode(text: string): string {
  try {
    return fromBase64Url(text);
  } catch {
    throw badCursor();
  }
}
