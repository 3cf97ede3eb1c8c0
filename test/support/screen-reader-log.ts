import {accessibleDescriptionOf, accessibleNameOf} from './role-queries.js';
import {getRole} from 'dom-accessibility-api';
import {accessibleTextOf} from './text-content.js';

/**
 * Records what a screen reader announces by itself: focused elements and changes of live regions. A region that is
 * inserted with its text is silent, unless it is an alert.
 */
export class ScreenReaderLog {
  readonly entries: string[] = [];
  readonly #lastTexts = new Map<Element, string>();
  readonly #observer = new MutationObserver(() => this.#recordLiveRegions());
  readonly #observedRoots = new Set<ShadowRoot>();

  constructor(readonly page: HTMLElement) {
    this.#recordLiveRegions();
  }

  /** Returns the announcements since the last call. */
  readAnnouncements(): string[] {
    this.#recordLiveRegions();
    return this.entries.splice(0);
  }

  protected record(announcement: string): void {
    this.entries.push(announcement);
  }

  #recordFocus(element: Element): void {
    const invalid = element.getAttribute('aria-invalid') === 'true' ? ['invalid'] : [];
    const parts = [getRole(element), `“${accessibleNameOf(element)}”`, ...invalid, accessibleDescriptionOf(element)];
    this.record(`→ ${parts.filter(Boolean).join(', ')}`);
  }

  #recordLiveRegions(): void {
    for (const root of shadowRootsIn(this.page)) this.#observeRoot(root);
    const regions = [...this.#observedRoots].flatMap(root => [
      ...root.querySelectorAll('[aria-live], [role=status], [role=alert]'),
    ]);
    for (const region of regions.filter(each => each.checkVisibility())) {
      const text = accessibleTextOf(region);
      const before = this.#lastTexts.get(region) ?? (region.getAttribute('role') === 'alert' ? '' : text);
      if (text && text !== before) this.record(text);
      this.#lastTexts.set(region, text);
    }
  }

  #observeRoot(root: ShadowRoot): void {
    if (this.#observedRoots.has(root)) return;
    this.#observedRoots.add(root);
    this.#observer.observe(root, {subtree: true, childList: true, characterData: true});
    // `focusin` does not leave a shadow root if focus moves within it.
    root.addEventListener('focusin', ({target}) => {
      if (target instanceof Element && !target.shadowRoot) this.#recordFocus(target);
    });
  }
}

function shadowRootsIn(root: ParentNode): ShadowRoot[] {
  return [...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
    shadowRoot ? [shadowRoot, ...shadowRootsIn(shadowRoot)] : [],
  );
}
