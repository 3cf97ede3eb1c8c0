import {sendKeys} from '@web/test-runner-commands';

/** Presses keys of the real keyboard, one after the other: `Tab`, `Enter`, `Shift+Tab`, `Control+Enter`. */
export async function press(...chords: readonly string[]): Promise<void> {
  for (const chord of chords) {
    const keys = chord.split('+');
    const last = keys.pop()!;
    for (const down of keys) await sendKeys({down});
    await sendKeys({press: last});
    for (const up of keys.reverse()) await sendKeys({up});
  }
}

export const typeKeys = (text: string): Promise<void> => sendKeys({type: text});
