/** Work that is done once at a time for each queue. */
export class Queues {
  /** Queues at work, and whether there has been news since it began. */
  readonly #busy = new Map<string, boolean>();

  /** Says whether there was news meanwhile; undefined where somebody else is at it, and has been told of the news. */
  async work(queue: string, isNews: boolean, work: () => Promise<void>): Promise<boolean | undefined> {
    const isBusy = this.#busy.has(queue);
    this.#busy.set(queue, isBusy && isNews);
    if (isBusy) return undefined;
    try {
      await work();
    } finally {
      isNews = this.#busy.get(queue) ?? false;
      this.#busy.delete(queue);
    }
    return isNews;
  }
}
