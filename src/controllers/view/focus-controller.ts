import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** The focused element of a document, through shadow roots. The document may be that of a frame or a popup. */
export function deepActiveElement({ownerDocument}: Element): Element | null {
  let element = ownerDocument.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Whether no element has the focus, in which case the body is active, or still the one that had it before. */
const isUnfocused = (host: Element, before: Element | null): boolean =>
  [before, host.ownerDocument.body, null].includes(deepActiveElement(host));

/** Whether the focus is on another part of the page. */
export const isFocusElsewhere = (host: Element): boolean => !host.matches(':focus-within') && !isUnfocused(host, null);

/** Elements that may disappear while they have the focus: a failure that is over, a message that has been sent. */
const transient = '.notice, .unsent-ticket';

/** Focuses its host's target as soon as it has been rendered, unless the user moves the focus elsewhere meanwhile. */
export class FocusController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #findTarget: () => HTMLElement | null;
  /** The target was not rendered when `focus` was called. */
  #isPending = false;
  #wasOnTransient = false;
  /** The focused element when `focus` was called. */
  #focusAtCall: Element | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, findTarget: () => HTMLElement | null) {
    this.#host = host;
    this.#findTarget = findTarget;
    host.addController(this);
  }

  focus(options?: FocusOptions): void {
    const target = this.#findTarget();
    target?.focus(options);
    this.#isPending = !target;
    this.#focusAtCall = deepActiveElement(this.#host);
  }

  /** Focuses the target, and the one that replaces it in the next render. */
  focusReplacement(): void {
    this.#host.focus();
    this.#isPending = true;
  }

  hostUpdate(): void {
    this.#wasOnTransient = this.#focusedChild?.closest(transient) != null;
  }

  hostUpdated(): void {
    // The focus must not be lost with the element that had it, and the view must not scroll.
    if (this.#wasOnTransient && !this.#focusedChild) this.#findTarget()?.focus({preventScroll: true});
    const isPending = this.#isPending;
    this.#isPending = false;
    if (isPending && isUnfocused(this.#host, this.#focusAtCall)) this.#host.focus();
  }

  get #focusedChild(): Element | null | undefined {
    return this.#host.shadowRoot?.activeElement;
  }
}
