import {textBlocks} from './text-blocks.js';

/** Folded text counts this much less towards the length of a text, because it is not laid out. */
const foldedShare = 10;

/** A part of a text. A quotation has a summary, its first line, that the others are folded behind. */
export interface TextPart {
  readonly summary: string | undefined;
  readonly blocks: readonly string[];
}

/**
 * Lines that begin with `>`, and the line before them if it ends with a colon, as in "Anna wrote:". Its words do not
 * matter: they are in the language of the writer.
 */
const quotedLines = /(?:^.*[:：][^\S\n]*\n+)?^ ?[>＞].*(?:\n+ ?[>＞].*)*/;

/**
 * An earlier email without `>`, which ends with the text: "-----Original Message-----" or a line of underscores with
 * the header fields below it, or a line with an address in angle brackets and a colon at its end.
 */
const earlierEmail =
  /^(?:(?:-{5,20}[^\n-]{1,99}-{5,20}|_{10,99})[^\S\n]*\n+(?:[^\s:：].{0,30}?[:：] .*\n){2}|.{0,300}<[^\s<>@]{1,99}@[^\s<>@]{1,99}>.{0,99}[:：][^\S\n]*\n)[^]*/;

const quotation = new RegExp(`${quotedLines.source}|${earlierEmail.source}`, 'gm');

/** Shorter quotations stay open: they are questions, and the answers are between them. */
const isLong = (text: string): boolean => /(?:\n.*){5}|^.*\n[^]{500}/.test(text);

/** Splits a text, up to a length, into long quotations and what is around them. Nothing is removed. */
export function textParts(text: string, maxLength: number): {parts: readonly TextPart[]; isCut: boolean} {
  const limit = maxLength * (foldedShare + 1);
  const longest = text.slice(0, limit).replace(/\r\n?/g, '\n');
  const parts: TextPart[] = [];
  let remaining = maxLength;
  const add = (content: string, share: number, summary?: string): void => {
    if (remaining > 0) parts.push({summary, blocks: textBlocks(content, remaining * share)});
    remaining -= content.length / share;
  };

  let end = 0;
  for (const {0: quoted, index} of longest.matchAll(quotation)) {
    if (!isLong(quoted)) continue;
    // With its last line break, which takes no space: an empty line is two.
    if (index > end) add(longest.slice(end, index), 1);
    const summaryEnd = quoted.indexOf('\n');
    add(quoted.slice(summaryEnd + 1), foldedShare, quoted.slice(0, summaryEnd));
    end = index + quoted.length + 1;
  }
  if (end === 0 || end < longest.length) add(longest.slice(end), 1);
  return {parts, isCut: remaining < 0 || text.length > limit};
}
