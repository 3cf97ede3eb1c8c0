const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Keeps an element where a person sees it while something is put in above. Safari does not anchor scrolling by itself. */
export async function keepingInView(element: Element | null | undefined, change: () => Promise<void>): Promise<void> {
  const before = element?.getBoundingClientRect().top;
  await change();
  if (!element || before === undefined) return;
  // What scrolls into view has an estimated height until it is drawn, and grows above what is being read.
  for (let frames = 0; frames < 3; frames++) {
    const moved = element.getBoundingClientRect().top - before;
    if (moved !== 0) scrollBy(0, moved);
    await frame();
  }
}
