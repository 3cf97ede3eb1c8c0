import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** The element that has the focus, through shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** The person has gone on to something else in the page. A focus that is lost is the body's. */
export const isElsewhere = (host: Element): boolean =>
  !host.matches(':focus-within') && ![document.body, null].includes(focused() as HTMLElement | null);

/** What may go by itself while it has the focus: a failure that is over, a ticket that has arrived. */
const passing = '.notice, .unsent';

/** Puts the focus on what its host wants it on, as soon as that is drawn, unless the person moves it elsewhere meanwhile. */
export class FocusController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #find: () => HTMLElement | null;
  #isAwaited = false;
  #isOnPassing = false;
  /** Where the focus was when it was asked for. */
  #before: Element | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, find: () => HTMLElement | null) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  focus(options?: FocusOptions): void {
    const target = this.#find();
    target?.focus(options);
    this.#isAwaited = !target;
    this.#before = focused();
  }

  /** The same, where what has the focus now is about to go. */
  focusNext(): void {
    this.#host.focus();
    this.#isAwaited = true;
  }

  hostUpdate(): void {
    this.#isOnPassing = this.#focusedWithin?.closest(passing) != null;
  }

  hostUpdated(): void {
    // The focus is not to go with it, and nothing is to move under the eyes of who reads on.
    if (this.#isOnPassing && !this.#focusedWithin) this.#find()?.focus({preventScroll: true});
    const isAwaited = this.#isAwaited;
    this.#isAwaited = false;
    // A focus that is lost is the body's.
    if (isAwaited && [this.#before, document.body, null].includes(focused())) this.#host.focus();
  }

  get #focusedWithin(): Element | null | undefined {
    return this.#host.shadowRoot?.activeElement;
  }
}
