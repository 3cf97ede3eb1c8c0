import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** The focused element, through shadow roots. */
function deepActiveElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Whether the focus is on another part of the page. The body is active if no element has the focus. */
export const isFocusElsewhere = (host: Element): boolean =>
  !host.matches(':focus-within') && ![document.body, null].includes(deepActiveElement() as HTMLElement | null);

/** Elements that may disappear while they have the focus: a failure that is over, a message that has been sent. */
const transient = '.notice, .unsent';

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
    this.#focusAtCall = deepActiveElement();
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
    if (isPending && [this.#focusAtCall, document.body, null].includes(deepActiveElement())) this.#host.focus();
  }

  get #focusedChild(): Element | null | undefined {
    return this.#host.shadowRoot?.activeElement;
  }
}
