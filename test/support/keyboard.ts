import {sendKeys} from '@web/test-runner-commands';

/** Sends real key presses in order: `Tab`, `Enter`, `Shift+Tab`, `Control+Enter`. */
export async function pressKeys(...chords: readonly string[]): Promise<void> {
  for (const chord of chords) {
    const keys = chord.split('+');
    const last = keys.pop()!;
    for (const down of keys) await sendKeys({down});
    await sendKeys({press: last});
    for (const up of keys.reverse()) await sendKeys({up});
  }
}

export const typeText = (text: string): Promise<void> => sendKeys({type: text});
