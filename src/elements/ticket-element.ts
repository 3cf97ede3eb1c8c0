import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import type {TicketBackend} from '../contract/backend.js';
import type {SupportError} from '../contract/errors.js';
import type {Persistence, SupportStorage} from '../contract/storage.js';
import type {TokenProvider} from '../contract/token.js';
import {LiveRegion} from '../controllers/view/live-region.js';
import {ColorSchemeController, type ColorScheme} from '../controllers/view/color-scheme-controller.js';
import {CustomStateController} from '../controllers/base/custom-state-controller.js';
import {FocusController} from '../controllers/view/focus-controller.js';
import {RetryCountdownController} from '../controllers/tickets/retry-countdown-controller.js';
import {ReadyController} from '../controllers/base/ready-controller.js';
import type {Progress} from '../controllers/base/resource-controller.js';
import {SessionController} from '../controllers/session/session-controller.js';
import {LocalizeController} from '../controllers/view/localize-controller.js';
import type {Messages} from '../i18n/translator.js';
import {accountNotice} from '../ui/primitives/account-notice.js';
import type {Retry} from '../ui/primitives/failure-notice.js';
import {root} from '../ui/foundation/root.js';

const withoutHyphens = (name: string): string => name.replace(/-/g, '');

/**
 * What each of our elements takes from its host. Fifteen properties that mean the same everywhere are declared, and
 * documented, once; see docs/decisions/0001-one-base-class.md.
 *
 * @fires {ReadyEvent} isp-ready - The element shows what it was asked for, or why it cannot. Fired once. A token that is missing is a reason only once the page's own scripts have run.
 * @fires {SupportErrorEvent} isp-error - Something failed, and the customer has been told: `code`, `status`, `requestId`, `retryable`.
 * @fires {TokenExpiredEvent} isp-token-expired - The server refuses the token, and there is no `tokenProvider`. Answer with `event.respondWith(token)`.
 *
 * @cssstate loading - What it was asked for is on its way.
 * @cssstate failed - What it was asked for could not be had, and it says why.
 * @cssstate refused - Nobody is signed in, or the account may not use tickets, and it says so.
 *
 * @cssprop [--isp-color-accent=#0b5cad] - What can be pressed, and what is the customer's. Any colour: where it is too light or too dark to be read, text and borders take a darker or lighter one of its hue.
 * @cssprop [--isp-color-on-accent] - Text on the accent colour. Default: black or white, whichever can be read on it; white in engines before Chromium 119, Safari 18 and Firefox 128.
 * @cssprop [--isp-color-surface=#ffffff] - What the element stands on. The default is the page's own ground, taken to be white, or #16191d where it is dark.
 * @cssprop [--isp-color-text=#1b2128] - Text; muted text, borders and the ground of what is pointed at follow from it. Where it is dark: #e6e9ec.
 * @cssprop [--isp-font-family=system-ui] - The typeface.
 * @cssprop [--isp-font-size=16px] - The size that all others follow from. No `rem`: the page's root size is its own affair.
 * @cssprop [--isp-radius=0.5em] - The roundness of corners.
 * @cssprop [--isp-density=1] - How far things stand apart: 1 is comfortable, 0.75 compact. What is pressed keeps its 44 pixels.
 * @cssprop [--isp-color-muted] - Text of the second rank. Default: 77 % of the text's colour.
 * @cssprop [--isp-color-border] - The edge of what can be filled in or pressed. Default: 55 % of the text's colour.
 * @cssprop [--isp-color-attention=#8a4600] - That it is the customer's turn. Where it is dark: #f3b768.
 * @cssprop [--isp-color-success=#17683a] - That something is done. Where it is dark: #74cf97.
 * @cssprop [--isp-color-danger=#b3261e] - That something went wrong, or is urgent. Where it is dark: #ffa39b.
 * @cssprop [--isp-button-radius] - The roundness of buttons. Default: that of all corners.
 * @cssprop [--isp-own-background] - What the customer's own messages stand on. Default: a tint of the accent.
 * @cssprop [--isp-line-length=68ch] - How long a line of a message may be.
 */
export abstract class TicketElement extends LitElement {
  /**
   * Each attribute is also observed by its name without hyphens: frameworks that set a property before the element is defined
   * write it as an attribute, in lower case (https://github.com/facebook/react/issues/29037).
   */
  static override get observedAttributes(): string[] {
    const attributes = super.observedAttributes;
    return [...attributes, ...attributes.map(withoutHyphens)];
  }

  /** Where the operator's support API lives, such as `/api` or `https://portal.example/api`. HTTPS, but for pages that are not; without a query. Any other is `misconfigured`. */
  @property({attribute: 'api-base'}) apiBase = '';

  /** The language of words and dates, as a BCP 47 tag. Default: the nearest `lang`, then the browser's. */
  @property() locale = '';

  /** `light`, `dark`, or `auto`: as the page is drawn, by its CSS `color-scheme`. */
  @property({attribute: 'color-scheme'}) colorScheme: ColorScheme = 'auto';

  /** The zone that times are shown in, such as `Europe/Berlin`. Default: the device's. Times name it where the device's clock says something else. */
  @property({attribute: 'time-zone'}) timeZone = '';

  /** The level of the element's heading in the page's outline, 1 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Keeps out a page's `* {… !important}` rules. */
  @property({type: Boolean, reflect: true}) isolate = false;

  /** How long what the customer writes is kept, in case it cannot be sent: on the `device` (default), as long as the tab (`session`), or as long as the page (`none`). */
  @property() persistence: Persistence = 'device';

  /** Where what the customer writes is kept, in place of the browser's storage: an app's own, say. */
  @property({attribute: false}) storage: SupportStorage | undefined;

  /** Gives the customer's JWT, and another before the last one ends or when the server refuses it. The empty string: nobody is signed in any more. */
  @property({attribute: false}) tokenProvider: TokenProvider | undefined;

  /** A server that does not speak the default contract, in place of `api-base`. */
  @property({attribute: false}) backend: TicketBackend | undefined;

  /** In place of the page's `fetch`. */
  @property({attribute: false}) fetch: typeof globalThis.fetch | undefined;

  /** The host's own words in place of some of ours, by key. */
  @property({attribute: false}) messages: Partial<Messages> | undefined;

  /** The customer's session, shared with the page's other elements. @internal */
  protected readonly session = new SessionController(this);
  /** @internal */
  protected readonly announcer = new LiveRegion(this, () => this.session.value);
  readonly #words = new LocalizeController(this);
  readonly #scheme = new ColorSchemeController(this);
  readonly #countdown = new RetryCountdownController(this, this.session);
  readonly #focus = new FocusController(this, () => this.focusTarget);

  constructor() {
    super();
    new ReadyController(this, () => !this.customStates['loading'] && !this.#words.isWaiting);
    new CustomStateController(this, () => this.customStates);
  }

  /**
   * The customer's JWT. It can be set, and set anew at any time, but never read. As an attribute it is taken and removed
   * from the document at once.
   */
  @property()
  set token(token: string | null | undefined) {
    this.session.setToken(token ?? '');
  }

  get token(): undefined {
    return undefined;
  }

  /** Reads again what the element shows, and asks a `tokenProvider` again that has failed. */
  async refresh(): Promise<void> {
    // What was never drawn has nothing to be read again, and would be waited for.
    if (!this.hasUpdated) return;
    await this.session.retryToken();
    await this.updateComplete;
    await this.reload();
  }

  /** Ends the customer's session for every element that shares it, also in other tabs, and wipes what was written and not sent. Resolves when the device has forgotten it. */
  async logout(): Promise<void> {
    await this.session.logout();
  }

  /** Moves the focus to the element's heading, as soon as there is one, unless the person moves it elsewhere meanwhile. */
  override focus(options?: FocusOptions): void {
    this.#focus.focus(options);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    // We remove the attribute ourselves: the token stays.
    if (name === 'token' && value === null) return;
    const {observedAttributes} = this.constructor as typeof TicketElement;
    const hyphenated = observedAttributes.find(each => each !== name && withoutHyphens(each) === name);
    super.attributeChangedCallback(hyphenated ?? name, old, value);
    if (name === 'token') this.removeAttribute('token');
  }

  /**
   * Lit performs an update that was requested just before the element was removed. Its controllers would subscribe again, and
   * the session would keep the element in memory.
   */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  /** Reads again what has failed. The button goes, and the focus is not to go with it. @internal */
  protected readonly retry = (): void => {
    // A heading that speaks of the failure goes as well, and the next one is waited for.
    this.#focus.focusReplacement();
    void this.refresh();
  };

  /** What takes the focus for the element. @internal */
  protected get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector('.heading');
  }

  /** Reads again what the element shows to a customer who is served. @internal */
  protected abstract reload(): Promise<void>;

  /** How somebody asks again for what has failed. @internal */
  protected get again(): Retry {
    return {words: this.words, onRetry: this.retry, pause: this.#countdown.seconds};
  }

  /** What its page's style sheet is told of it. @internal */
  protected get customStates(): Readonly<Record<string, boolean>> {
    const {progress} = this;
    const {isRefused} = this.session;
    return {loading: progress === 'loading' && !isRefused, failed: progress === 'failed', refused: isRefused};
  }

  /** How far the element has come with what it was asked for. @internal */
  protected abstract get progress(): Progress;

  /** What the element shows to a customer who is served. @internal */
  protected abstract renderContent(): TemplateResult | typeof nothing;

  /** @internal */
  protected get words(): LocalizeController['value'] {
    return this.#words.value;
  }

  protected override render(): TemplateResult {
    const {value: words, isWaiting} = this.#words;
    return root({scheme: this.#scheme.value, words, said: this.announcer.text, isWaiting}, this.#renderAccess());
  }

  /** What stands in place of the content, or, `slim`, above it. @internal */
  protected renderRefusal(error: SupportError | undefined, kind: 'page' | 'slim'): TemplateResult | typeof nothing {
    return accountNotice(error, kind, this.again);
  }

  /** A refused account sees why. What somebody reads or writes by then is not taken from the screen: they may copy it. */
  #renderAccess(): unknown {
    const {error, isSignedOut} = this.session;
    if (isSignedOut) return this.renderRefusal(undefined, 'page');
    const isKept = error?.refusesAccount && this.session.value && this.progress === 'shown';
    if (error && !isKept) return this.renderRefusal(error, 'page');
    // One template for both, or what somebody is writing in would be made anew.
    return html`${error ? this.renderRefusal(error, 'slim') : nothing} ${this.renderContent()}`;
  }
}
