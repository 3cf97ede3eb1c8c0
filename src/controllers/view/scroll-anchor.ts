const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/** What is being kept, and where. */
let kept: {readonly element: Element; readonly top: number} | undefined;

/** Keeps an element where a person sees it while something is put in above. Safari does not anchor scrolling by itself. */
export async function keepingInView(element: Element | null | undefined, change: () => Promise<void>): Promise<void> {
  if (!element) return change();
  // Where it is to be, and not where it is, if there is another change before it has come to rest.
  const {top} = kept?.element === element ? kept : element.getBoundingClientRect();
  const own = (kept = {element, top});
  await change();
  // What scrolls into view has an estimated height until it is drawn, and grows above what is being read. What is gone
  // cannot be kept.
  for (let frames = 0; frames < 5 && element.isConnected; frames++) {
    const moved = element.getBoundingClientRect().top - top;
    if (moved !== 0) scrollAround(element, moved);
    await frame();
    // Two that keep two things in place would move each other's.
    if (kept !== own) return;
  }
  if (kept === own) kept = undefined;
}

/** Scrolls the nearest box around an element that can, else the window. At once, however the page likes to scroll. */
function scrollAround(element: Element, top: number): void {
  const by = {top, behavior: 'instant'} as const;
  for (let box: Element | null = element; box; box = around(box)) {
    const {scrollTop} = box;
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) box.scrollBy(by);
    if (box.scrollTop !== scrollTop) return;
  }
  scrollBy(by);
}

/** The box that an element is drawn in: its slot before its parent, and the host of a shadow root. */
const around = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
