/** A server's words, such as those of statuses, and the elements' words for them. All others stay as they are. */
export interface Words {
  /** In the words of the elements. */
  read(own: string): string;
  /** In the words of the server. */
  write(word: string): string;
}

export function wordsOf(...words: readonly Readonly<Record<string, string>>[]): Words {
  const known = new Map(words.flatMap(each => Object.entries(each)));
  return {
    read: own => known.get(own) ?? own,
    write: word => [...known].find(([, value]) => value === word)?.[0] ?? word,
  };
}
