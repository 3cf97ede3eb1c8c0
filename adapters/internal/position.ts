import type {Transport} from 'isp-support-elements';

/** The number that a cursor has, or `first`. A cursor that was never given out makes the client start again. */
export function positionOf(transport: Transport, cursor: string | null, first: number): number {
  if (cursor === null) return first;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw transport.error('invalid', {refusesCursor: true});
}
