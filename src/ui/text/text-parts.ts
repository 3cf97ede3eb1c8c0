import {textBlocks} from './text-blocks.js';

/** Folded text counts this much less towards the length of a text, because it is not laid out. */
const foldedShare = 10;

/** A part of a text. A quotation has a summary, its first line, that the others are folded behind. */
export interface TextPart {
  readonly summary?: string;
  readonly blocks: readonly string[];
}

/**
 * Lines that begin with `>`, and the line before them if it ends with a colon, as in "Anna wrote:". Its words do not
 * matter: they are in the language of the writer.
 */
const quotation = /(?:^.*[:：][^\S\n]*\n+)?^ ?[>＞].*(?:\n+ ?[>＞].*)*/gm;

/** Shorter quotations stay open: they are questions, and the answers are between them. */
const isLong = (text: string): boolean => /(?:\n.*){5}|^.*\n[^]{500}/.test(text);

/** Splits a text, up to a length, into long quotations and what is around them. Nothing is removed. */
export function textParts(text: string, maxLength: number): {parts: readonly TextPart[]; isCut: boolean} {
  const longest = text.slice(0, maxLength * (foldedShare + 1));
  const parts: TextPart[] = [];
  let remaining = maxLength;
  let isCut = longest.length < text.length;
  const add = (content: string, share: number, summary?: string): void => {
    const limit = remaining * share;
    isCut ||= content.length > limit;
    if (remaining > 0) parts.push({...(summary && {summary}), blocks: textBlocks(content, limit)});
    remaining -= content.length / share;
  };

  const normalized = longest.replace(/\r\n?/g, '\n');
  let end = 0;
  for (const {0: quoted, index} of normalized.matchAll(quotation)) {
    if (!isLong(quoted)) continue;
    // With its last line break, which takes no space: an empty line is two.
    if (index > end) add(normalized.slice(end, index), 1);
    const [summary = ''] = quoted.split('\n', 1);
    add(quoted.slice(summary.length + 1), foldedShare, summary);
    end = index + quoted.length + 1;
  }
  if (end < normalized.length || end === 0) add(normalized.slice(end), 1);
  return {parts, isCut};
}
