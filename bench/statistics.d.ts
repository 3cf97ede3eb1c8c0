export type Interval = readonly [low: number, high: number];
export function median(values: readonly number[]): number;
export function confidenceInterval(values: readonly number[]): Interval | undefined;
export interface Reading {
  readonly ratio: number | undefined;
  readonly interval: Interval | undefined;
  readonly reading: string;
}
export function readingOf(
  before: readonly number[],
  after: readonly number[],
  words?: readonly [increase: string, decrease: string],
): Reading;
