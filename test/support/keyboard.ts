import {executeServerCommand} from '@web/test-runner-commands';

const press = async (chords: readonly (readonly string[])[]): Promise<void> => {
  await executeServerCommand('press-keys', {chords});
};

/**
 * Sends real key presses in order: `Tab`, `Enter`, `Shift+Tab`, `Control+Enter`, ` `. The names of the keys are those of
 * https://www.w3.org/TR/uievents-key/.
 */
export const pressKeys = (...chords: readonly string[]): Promise<void> => press(chords.map(chord => chord.split('+')));

/** Presses one key for each character. */
export const typeText = (text: string): Promise<void> => press(Array.from(text, character => [character]));
