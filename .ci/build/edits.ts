export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const breaksIn = (text: string): number => text.split('\n').length - 1;

const apply = (code: string, {start, end, text}: Edit): string => code.slice(0, start) + text + code.slice(end);

/**
 * Replaces parts of a module. Whoever edits keeps the number of line breaks, where the minifier drops them: so every line
 * keeps its number, and the source map stays true without being written anew.
 */
export function applyEdits(code: string, edits: readonly Edit[]): string {
  return [...edits].sort((one, other) => other.start - one.start).reduce(apply, code);
}
