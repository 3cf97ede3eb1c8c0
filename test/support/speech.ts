import {descriptionOf, nameOf} from './roles.js';
import {getRole} from 'dom-accessibility-api';
import {heardText} from './texts.js';

/**
 * What a screen reader says of its own accord: where the focus comes to stand, and what changes in a live region. A region that
 * comes with its words is silent, but for an alert.
 */
export class Speech {
  readonly log: string[] = [];
  readonly #said = new Map<Element, string>();
  readonly #observer = new MutationObserver(() => this.#listen());
  readonly #watched = new Set<ShadowRoot>();

  constructor(readonly page: HTMLElement) {
    this.#listen();
  }

  /** All that was said since somebody last asked. */
  take(): string[] {
    this.#listen();
    return this.log.splice(0);
  }

  #follow(element: Element): void {
    const invalid = element.getAttribute('aria-invalid') === 'true' ? ['invalid'] : [];
    const words = [getRole(element), `“${nameOf(element)}”`, ...invalid, descriptionOf(element)];
    this.log.push(`→ ${words.filter(Boolean).join(', ')}`);
  }

  #listen(): void {
    for (const root of shadowRootsIn(this.page)) this.#watch(root);
    const regions = [...this.#watched].flatMap(root => [
      ...root.querySelectorAll('[aria-live], [role=status], [role=alert]'),
    ]);
    for (const region of regions.filter(each => each.checkVisibility())) {
      const text = heardText(region);
      const before = this.#said.get(region) ?? (region.getAttribute('role') === 'alert' ? '' : text);
      if (text && text !== before) this.log.push(text);
      this.#said.set(region, text);
    }
  }

  #watch(root: ShadowRoot): void {
    if (this.#watched.has(root)) return;
    this.#watched.add(root);
    this.#observer.observe(root, {subtree: true, childList: true, characterData: true});
    // Focus that moves within one tree is told in that tree alone.
    root.addEventListener('focusin', ({target}) => {
      if (target instanceof Element && !target.shadowRoot) this.#follow(target);
    });
  }
}

function shadowRootsIn(root: ParentNode): ShadowRoot[] {
  return [...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
    shadowRoot ? [shadowRoot, ...shadowRootsIn(shadowRoot)] : [],
  );
}
