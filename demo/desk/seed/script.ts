import type {AuthorKind} from '../store/rows.js';

const minutesIn = {m: 1, h: 60, d: 60 * 24} as const;

/** Converts a duration such as '2d 3h 10m' to minutes. */
export function minutes(text: string): number {
  return [...text.matchAll(/(\d+)([mhd])/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * minutesIn[unit as keyof typeof minutesIn],
    0,
  );
}

export interface Line {
  kind: AuthorKind;
  name: string | null;
  isInternal: boolean;
  /** Minutes after the previous line. */
  after: number;
  message: string;
}

/** A hand-written ticket. Times are durations; everything else is derived. */
export interface Script {
  slug: string;
  /** The age of the ticket. */
  opened: string;
  subject: string;
  category: string | null;
  priority: string | null;
  status: string;
  description: string;
  thread?: Line[];
  /** The number of newest operator replies that are unread. */
  unread?: number;
  acceptsReplies?: boolean;
}

export const you = (after: string, message: string): Line => line('customer', null, after, message);

export const operator = (name: string, after: string, message: string): Line => line('operator', name, after, message);

export const system = (after: string, message: string): Line => line('system', null, after, message);

export const note = (name: string, after: string, message: string): Line => ({
  ...line('operator', name, after, message),
  isInternal: true,
});

const line = (kind: AuthorKind, name: string | null, after: string, message: string): Line => ({
  kind,
  name,
  after: minutes(after),
  message,
  isInternal: false,
});
