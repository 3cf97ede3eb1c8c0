const maxBlockLength = 1_000;

/**
 * Splits a text, up to a length, into blocks of lines: the time of a browser's layout grows faster than the length of a
 * block. Long runs of combining marks or empty lines are shortened, because they can only disturb the page.
 */
export function textBlocks(text: string, maxLength: number): readonly string[] {
  const visible = text.length > maxLength ? text.slice(0, cutPosition(text, maxLength)) : text;
  const normalized = visible
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
    .replace(/\r\n?/g, '\n')
    .replace(/\n{4,}/g, '\n\n\n');
  const blocks: string[] = [];
  let block: string | undefined;
  for (const line of normalized.split('\n')) {
    if (block !== undefined && block.length + line.length > maxBlockLength && /[^\n]/.test(block)) {
      // Empty lines move to the next block: at the end of a block they take no space.
      const trimmed = block.replace(/\n+$/, '');
      blocks.push(trimmed);
      block = block.slice(trimmed.length) + line;
    } else block = block === undefined ? line : `${block}\n${line}`;
    while (block.length > maxBlockLength * 2) {
      const end = cutPosition(block, maxBlockLength);
      blocks.push(block.slice(0, end));
      block = block.slice(end);
    }
  }
  return [...blocks, block ?? ''];
}

/**
 * The last space before a position if there is one near, otherwise the position itself, but never within a character as
 * readers see it.
 */
function cutPosition(text: string, position: number): number {
  const space = text.lastIndexOf(' ', position);
  return space > position - 100 && space > 0 ? space : graphemeStart(text, position);
}

/** Of the text after a position, enough to see whether a grapheme ends there. */
const lookahead = 64;

/**
 * Zero would be no progress: graphemes have no maximum length, so that a text can be a single one. It is cut between
 * code points. Firefox has `Intl.Segmenter` since version 125.
 */
function graphemeStart(text: string, position: number): number {
  // In WebKit, `containing` returns the previous grapheme for the first half of a surrogate pair.
  const isFirstHalf = Number(text.codePointAt(position)) > 0xffff;
  const start =
    'Segmenter' in Intl &&
    new Intl.Segmenter().segment(text.slice(0, position + lookahead)).containing(position + Number(isFirstHalf))?.index;
  return start || (/[\uDC00-\uDFFF]/.test(text.charAt(position)) ? position - 1 : position);
}
