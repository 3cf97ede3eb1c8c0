/** https://wicg.github.io/layout-instability/#sec-layout-shift */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly {readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly}[];
}

/** A layout shift: its score, and the largest box that moved. */
export interface Shift {
  readonly value: number;
  /** Within half a second of a key press or a tap, which is not counted. */
  readonly isAfterInput: boolean;
  readonly moved: string;
}

const describeBox = ({x, y, width, height}: DOMRectReadOnly): string =>
  `${Math.round(width)}×${Math.round(height)} at ${Math.round(x)},${Math.round(y)}`;

export function describeShift(entry: PerformanceEntry): Shift {
  const {value, hadRecentInput, sources} = entry as LayoutShift;
  const [largest] = sources;
  const moved = largest ? `${describeBox(largest.previousRect)} → ${describeBox(largest.currentRect)}` : '';
  return {value, isAfterInput: hadRecentInput, moved};
}
