import {nextFrame} from '@open-wc/testing';

import {requires} from './capabilities.js';

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
}

/** The sum of all layout shifts until `action` has ended, those after input included. https://web.dev/articles/cls */
export async function layoutShiftDuring(action: () => Promise<unknown>): Promise<number> {
  requires('layout shift');
  const shifts: LayoutShift[] = [];
  const observer = new PerformanceObserver(list => shifts.push(...(list.getEntries() as LayoutShift[])));
  observer.observe({type: 'layout-shift'});
  await action();
  // A shift is reported after the frame in which it was painted.
  for (let frames = 0; frames < 4; frames++) await nextFrame();
  shifts.push(...(observer.takeRecords() as LayoutShift[]));
  observer.disconnect();
  return shifts.reduce((sum, {value}) => sum + value, 0);
}
