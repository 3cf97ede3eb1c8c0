const longestBlock = 1_000;

/**
 * A text as blocks of lines. A browser lays out one long run in time that grows faster than the run; a thousand
 * marks stacked on one letter, or a page of empty lines, are nobody's words.
 */
export function textBlocks(text: string, shown: number): readonly string[] {
  const cut = text.length > shown ? text.slice(0, cutAt(text, shown)) : text;
  const calm = cut
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
    .replace(/\r\n?/g, '\n')
    .replace(/\n{4,}/g, '\n\n\n');
  const blocks: string[] = [];
  let block: string | undefined;
  for (const line of calm.split('\n')) {
    if (block !== undefined && block.length + line.length > longestBlock && /[^\n]/.test(block)) {
      // Empty lines are seen at the start of a block, and not at its end.
      const words = block.replace(/\n+$/, '');
      blocks.push(words);
      block = block.slice(words.length) + line;
    } else block = block === undefined ? line : `${block}\n${line}`;
    while (block.length > longestBlock * 2) {
      const end = cutAt(block, longestBlock);
      blocks.push(block.slice(0, end));
      block = block.slice(end);
    }
  }
  return [...blocks, block ?? ''];
}

/** At a space where there is one near, and never between the halves of a character. */
function cutAt(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  if (space > at - 100 && space > 0) return space;
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
