// Runs in the page: records what a screen reader announces by itself, with the time.
import {ScreenReaderLog} from '../../test/support/screen-reader-log.js';

export interface Utterance {
  /** By the clock of the page, in milliseconds since the epoch. */
  readonly at: number;
  readonly text: string;
}

const utterances: Utterance[] = [];

class TimedLog extends ScreenReaderLog {
  protected override record(text: string): void {
    utterances.push({at: Date.now(), text});
  }
}

declare global {
  interface Window {
    takeUtterances(): Utterance[];
  }
}

document.addEventListener('DOMContentLoaded', () => {
  const log = new TimedLog(document.body);
  window.takeUtterances = () => {
    log.readAnnouncements();
    return utterances.splice(0);
  };
});
