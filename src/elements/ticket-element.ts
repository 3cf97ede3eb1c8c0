import {LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import type {TicketBackend} from '../contract/backend.js';
import type {TicketBackendFactory} from '../contract/transport.js';
import type {Persistence, SupportStorage} from '../contract/storage.js';
import type {TokenProvider} from '../contract/token.js';
import {ColorSchemeController, type ColorScheme} from '../controllers/view/color-scheme-controller.js';
import {CustomStateController} from '../controllers/base/custom-state-controller.js';
import {FocusController} from '../controllers/view/focus-controller.js';
import type {Progress} from '../controllers/base/resource-controller.js';
import {SessionController} from '../controllers/session/session-controller.js';
import {LocalizeController} from '../controllers/view/localize-controller.js';
import {reportLostValues} from '../controllers/base/lost-values.js';
import {ReplacedTextController} from '../controllers/view/replaced-text-controller.js';
import type {Messages} from '../i18n/translator.js';
import {applyStyles} from '../ui/foundation/apply-styles.js';
import {root} from '../ui/foundation/root.js';

// The declarations of each element lead to those of its events, which `addEventListener()` needs.
export type * from '../contract/session-events.js';
export type * from '../contract/ticket-events.js';

const withoutHyphens = (name: string): string => name.replace(/-/g, '');

/**
 * The properties, methods, events, states and CSS custom properties that every element has. See
 * docs/decisions/0001-one-base-class.md.
 *
 * @fires {ReadyEvent} isp-ready - Fired once, when the element first shows its content or the reason why it cannot.
 * @fires {SupportErrorEvent} isp-error - Fired after a failure has been shown to the customer, for logging.
 * @fires {SignInEvent} isp-sign-in - Fired when the customer presses *Sign in*. Cancel it to sign the customer in
 *   yourself.
 * @fires {TokenExpiredEvent} isp-token-expired - Fired when the server rejects the token and no `tokenProvider` is set.
 *   Call `event.respondWith(token)` to supply a new token.
 *
 * @cssstate loading - The content is loading.
 * @cssstate failed - The content could not be loaded, and the element shows the reason.
 * @cssstate refused - The element cannot serve anyone: no customer is signed in, the account has no access to support,
 *   the token provider failed, or `api-base` is invalid.
 *
 * @cssprop [--isp-color-accent=#0b5cad] - Accent colour of controls and of the customer's own messages. Any colour
 *   works: if its contrast is too low, text and borders use a darker or lighter shade of the same hue. In the dark
 *   scheme, the default is `#2468b4`.
 * @cssprop [--isp-color-on-accent] - Colour of text on the accent colour. The default is white if its contrast is
 *   sufficient, and otherwise black; Chromium before 119, Safari before 18 and Firefox before 128 always use white.
 * @cssprop [--isp-color-surface=#ffffff] - Background of the element. If unset, the element is transparent and derives
 *   its other colours from white, or from `#16191d` in the dark scheme.
 * @cssprop [--isp-color-text=#1b2128] - Text colour. Secondary text, borders and hover backgrounds derive from it. In
 *   the dark scheme, the default is `#e6e9ec`.
 * @cssprop [--isp-font-family=system-ui] - Font family. The elements load no fonts.
 * @cssprop [--isp-font-size=medium] - Base font size, from which all other sizes derive. The default is the size that
 *   the reader has chosen in the browser, usually 16px. The page's root font size has no effect.
 * @cssprop [--isp-radius=0.5em] - Corner radius.
 * @cssprop [--isp-density=1] - Multiplier for spacing: `1` is comfortable, `0.75` is compact. Controls keep their
 *   minimum size of 44 × 44 CSS pixels.
 * @cssprop [--isp-color-muted] - Colour of secondary text. The default is 77 % of the text colour.
 * @cssprop [--isp-color-border] - Border colour of form fields and buttons. The default is 55 % of the text colour.
 * @cssprop [--isp-color-attention=#8a4600] - Colour of a ticket that waits for the customer. In the dark scheme, the
 *   default is `#f3b768`.
 * @cssprop [--isp-color-success=#17683a] - Colour of a resolved ticket. In the dark scheme, the default is `#74cf97`.
 * @cssprop [--isp-color-danger=#b3261e] - Colour of errors and of high priority. In the dark scheme, the default is
 *   `#ffa39b`.
 * @cssprop [--isp-button-radius] - Corner radius of buttons. The default is `--isp-radius`.
 * @cssprop [--isp-own-background] - Background of the customer's own messages. The default is a tint of the accent
 *   colour.
 * @cssprop [--isp-line-length=68ch] - Maximum line length of a message.
 */
export abstract class TicketElement extends LitElement {
  /**
   * Each attribute is also observed by its name without hyphens: frameworks that set a property before the element is
   * defined write it as an attribute, in lower case (https://github.com/facebook/react/issues/29037).
   */
  static override get observedAttributes(): string[] {
    const attributes = super.observedAttributes;
    return [...attributes, ...attributes.map(withoutHyphens)];
  }

  /**
   * Base URL of the support API, absolute or relative to the page: `https://portal.example/api` or `/api`. Must be
   * HTTPS (HTTP is allowed on localhost and on HTTP pages) and have no credentials, query string or fragment. Another
   * host than the page's needs the scheme: `//desk.example` is refused. Otherwise `isp-error` fires with code
   * `misconfigured`.
   */
  @property({attribute: 'api-base'}) apiBase = '';

  /**
   * Language of texts, numbers and dates, as a BCP 47 tag. If empty, the nearest `lang` attribute applies, then the
   * browser's languages.
   */
  @property() locale = '';

  /**
   * Colour scheme. `auto` follows the CSS `color-scheme` of the page, or, if the page declares no dark scheme, the
   * background behind the element.
   */
  @property({attribute: 'color-scheme'}) colorScheme: ColorScheme = 'auto';

  /**
   * IANA time zone of displayed times, such as `Europe/Berlin`. If empty, the device's zone applies. Times name the
   * zone if it differs from the device's.
   */
  @property({attribute: 'time-zone'}) timeZone = '';

  /** Level of the element's main heading, from 1 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /**
   * Prints each request on the console: method, path, status, duration, request ID and number of the retry. Never the
   * token, nor what people have written. Applies to all elements that share the session, such as those within
   * `<isp-support>`. Of a custom `backend`, it prints the requests through the transport.
   */
  @property({type: Boolean}) debug = false;

  /** Protects the element from page styles such as `* { … !important }`. */
  @property({type: Boolean, reflect: true}) isolate = false;

  /**
   * Where drafts and unsent messages are stored: `device` keeps them in IndexedDB until they are sent, `session` in the
   * tab's session storage, and `none` in memory until the page is closed.
   */
  @property() persistence: Persistence = 'device';

  /**
   * Custom storage for drafts and unsent messages, for example the preferences of a native app. Replaces the storage
   * that `persistence` selects.
   */
  @property({attribute: false}) storage: SupportStorage | undefined;

  /**
   * Async callback that returns the customer's JWT. Called at start, when the browser restores the page from its
   * back/forward cache, 30 s before the token expires and after a 401 response; elements that share the same function
   * share its result. Return `''` if the user has signed out. If the first call rejects, the customer sees an error
   * with a retry button.
   */
  @property({attribute: false}) tokenProvider: TokenProvider | undefined;

  /**
   * URL of the page's sign-in. If set, a customer who is not signed in or whose session has ended sees *Sign in*, which
   * fires `isp-sign-in` and leads there. Set `#` and cancel the event if the page signs the customer in by itself.
   * URLs of scripts are ignored.
   */
  @property({attribute: 'sign-in-url'}) signInUrl = '';

  /**
   * Other ways to contact the operator, shown with failures: `tel:` and `mailto:` URLs and URLs of pages, separated by
   * spaces. The server's configuration takes precedence once it is known.
   */
  @property() contact = '';

  /**
   * Custom client for a server that does not implement the default REST API: an object, which replaces `api-base`, or a
   * function that gets a `Transport` to `api-base` and returns the object. `docs/backends.md` has an example.
   */
  @property({attribute: false}) backend: TicketBackend | TicketBackendFactory | undefined;

  /**
   * Identifies the signed-in customer if the session is a cookie and there is no token: a customer number, for example.
   * Only with a custom `backend`. Never sent to the server; it keeps apart what customers on one device have written.
   */
  @property({attribute: 'customer-key'}) customerKey = '';

  /** Function that sends requests in place of the global `fetch`. */
  @property({attribute: false}) fetch: typeof globalThis.fetch | undefined;

  /** Texts that override those of the current language, by message key. Unknown keys are reported on the console. */
  @property({attribute: false}) messages: Partial<Messages> | undefined;

  /** The customer's session, shared with the other elements of the page. @internal */
  protected readonly session = new SessionController(this);
  readonly #localize: LocalizeController;
  readonly #scheme = new ColorSchemeController(this);
  /** @internal */
  protected readonly focusController = new FocusController(this, () => this.focusTarget);

  /** `english` has the texts that the element shows. `checkMessages` is called with `messages`. */
  constructor(english: Partial<Messages>, checkMessages: (messages: Partial<Messages>) => void) {
    super();
    this.#localize = new LocalizeController(this, english, checkMessages);
    new ReplacedTextController(this);
    new CustomStateController(
      this,
      () => this.customStates,
      () => this.#localize.isWaiting,
    );
  }

  /**
   * The customer's JWT. Write-only: reading the property returns `undefined`, and the attribute is removed from the
   * document as soon as it is read. Set it again at any time to renew the token or to change the customer.
   */
  @property()
  set token(token: string | null | undefined) {
    this.session.setToken(token);
  }

  /** @type {string} */
  get token(): undefined {
    return undefined;
  }

  /**
   * Reloads the element's data, and asks a server again that has refused the account. Calls a `tokenProvider` again
   * that has failed or returned no token, or after `logout()`: the customer may have signed in. Resolves when loading
   * has ended; a failure is shown in the element and reported by `isp-error`.
   */
  async refresh(): Promise<void> {
    // An element that has not rendered yet has nothing to reload, and its first update may never come.
    if (!this.hasUpdated) return;
    await this.session.retry();
    await this.updateComplete;
    await this.reload();
  }

  /**
   * Ends the customer's session in all elements and tabs that share it, and deletes the customer's drafts and unsent
   * messages from the device. Resolves when they are deleted.
   */
  async logout(): Promise<void> {
    await this.session.logout();
  }

  /**
   * Moves the focus to the element's heading. If the heading is not rendered yet, the focus moves as soon as it is,
   * unless the user has focused something else in the meantime.
   */
  override focus(options?: FocusOptions): void {
    this.focusController.focus(options);
  }

  /** Called when the element moves to another document: a frame, a popup or a picture-in-picture window. */
  adoptedCallback(): void {
    if (this.shadowRoot) applyStyles(this.shadowRoot, (this.constructor as typeof TicketElement).elementStyles);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    // The element itself has removed the attribute: the token stays.
    if (name === 'token' && value === null) return;
    const {observedAttributes} = this.constructor as typeof TicketElement;
    const hyphenated = observedAttributes.find(each => each !== name && withoutHyphens(each) === name);
    super.attributeChangedCallback(hyphenated ?? name, old, value);
    if (name === 'token') this.removeAttribute('token');
  }

  protected override createRenderRoot(): ShadowRoot {
    const renderRoot = this.shadowRoot ?? this.attachShadow(TicketElement.shadowRootOptions);
    this.adoptedCallback();
    return renderRoot;
  }

  protected override firstUpdated(): void {
    const values = [...(this.constructor as typeof TicketElement).elementProperties]
      .filter(([, {attribute}]) => attribute === false)
      .map(([name]): [string, unknown] => [String(name).toLowerCase(), this[name as keyof this]]);
    reportLostValues(this, Object.fromEntries(values));
  }

  /**
   * Lit performs an update that was requested just before the element was removed. Its controllers would subscribe
   * again, and the session would keep the element in memory.
   */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  /** The target of `focus()`. @internal */
  protected get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector('.heading');
  }

  /** Reloads the data of the element. @internal */
  protected abstract reload(): Promise<void>;

  /** The element's custom states, by name. @internal */
  protected get customStates(): Readonly<Record<string, boolean>> {
    const {progress} = this;
    const {isRefused} = this.session;
    return {loading: progress === 'loading' && !isRefused, failed: progress === 'failed', refused: isRefused};
  }

  /** The loading state of the content. @internal */
  protected abstract get progress(): Progress;

  /** Renders the content for a signed-in customer. @internal */
  protected abstract renderContent(): TemplateResult | typeof nothing;

  /** @internal */
  protected get t(): LocalizeController['value'] {
    return this.#localize.value;
  }

  protected override render(): TemplateResult {
    const {value: t, isWaiting: isLocaleLoading, isOfReader} = this.#localize;
    return root(
      {scheme: this.#scheme.value, t, liveText: this.liveText, isLocaleLoading, isOfReader},
      this.renderFrame(),
    );
  }

  /** The text of the live region. @internal */
  protected get liveText(): string {
    return '';
  }

  /** Renders the content, and what is around it. @internal */
  protected renderFrame(): unknown {
    return this.isServed ? this.renderContent() : nothing;
  }

  /** Whether there is content to show: the account is served, or the content stays. @internal */
  protected get isServed(): boolean {
    const {error, isSignedOut} = this.session;
    return !isSignedOut && (!error || this.isKept);
  }

  /**
   * Whether the content stays although the account is refused: the customer is reading or writing, and can copy it.
   * After they have signed out, nothing stays. @internal
   */
  protected get isKept(): boolean {
    const {error, value: session} = this.session;
    return Boolean(error?.refusesAccount && session && !session.accessToken.isSignedOut && this.progress === 'shown');
  }
}
