import {html, nothing, type TemplateResult} from 'lit';

import type {SupportError} from '../contract/errors.js';
import {SignInEvent} from '../contract/session-events.js';
import {ContactController} from '../controllers/session/contact-controller.js';
import {mailboxOf} from '../controllers/session/mailbox.js';
import {OfflineController} from '../controllers/session/offline-controller.js';
import {RetryCountdownController} from '../controllers/tickets/retry-countdown-controller.js';
import {CopyController} from '../controllers/view/copy-controller.js';
import {LiveRegion} from '../controllers/view/live-region.js';
import {revealTabbed} from '../controllers/view/reveal.js';
import {StatusLineController} from '../controllers/view/status-line-controller.js';
import {en} from '../i18n/locales/en.js';
import {warnAboutUnknownKeys} from '../i18n/unknown-keys.js';
import {accountNotice} from '../ui/primitives/account-notice.js';
import {staleNotice, type RetryOptions} from '../ui/primitives/failure-notice.js';
import {offlineLine, statusLine} from '../ui/primitives/status-line.js';
import {keepTypedKeys} from '../ui/primitives/typed-keys.js';
import {TicketElement} from './ticket-element.js';

/**
 * An element that fills a part of the page. It says there why it cannot show its content, or why the content is out of
 * date, and what the customer can do.
 */
export abstract class TicketViewElement extends TicketElement {
  /** Announces status messages to screen readers. @internal */
  protected readonly liveRegion = new LiveRegion(this, () => this.session.value);
  readonly #countdown = new RetryCountdownController(this, this.session);
  readonly #offline = new OfflineController(
    this,
    () => !this.session.isProvided,
    () => this.liveRegion.announce(this.t('error.offline.notice')),
  );
  readonly #contact = new ContactController(this, this.session);
  readonly #copyText = new CopyController(this, ({isCopied}) => {
    if (isCopied) this.liveRegion.announce(this.t('contact.textCopied'));
    else this.selectUnsentText();
  });

  constructor() {
    super(en, warnAboutUnknownKeys);
    new StatusLineController(this);
  }

  /** What the customer has written here and the server does not have. @internal */
  get unsentText(): string {
    return '';
  }

  /** Selects what the customer has written, so that they can copy it themselves. @internal */
  selectUnsentText(): void {
    this.renderRoot.querySelector('textarea')?.select();
  }

  protected override createRenderRoot(): ShadowRoot {
    const renderRoot = super.createRenderRoot();
    keepTypedKeys(renderRoot);
    renderRoot.addEventListener('keyup', revealTabbed);
    return renderRoot;
  }

  /** Reloads after a failure, and keeps the focus in the element when the retry button disappears. @internal */
  protected readonly retry = (): void => {
    // The heading of the failure disappears as well: the focus moves to the heading that replaces it.
    this.focusController.focusReplacement();
    void this.refresh();
  };

  /** Options of a retry button. @internal */
  protected get retryOptions(): RetryOptions {
    const {ticketId} = this as {readonly ticketId?: string};
    return {
      t: this.t,
      onRetry: this.retry,
      secondsUntilRetry: this.#countdown.seconds,
      signInUrl: this.#contact.signInUrl,
      onSignIn: this.#onSignIn,
      contacts: this.#contact.links,
      ticketNumber: mailboxOf(this.session.value)?.tickets.value?.rows.find(({id}) => id === ticketId)?.number,
    };
  }

  /** Says that a message was deleted, once it is. @internal */
  protected async announceDiscarded(isDiscarded: Promise<boolean | undefined> | undefined): Promise<void> {
    if (await isDiscarded) this.liveRegion.announce(`${this.t('unsent.discarded')} ${this.t('unsent.undo')}`);
  }

  /** Why the content could not be refreshed. Undefined if it is up to date. @internal */
  protected get staleError(): SupportError | undefined {
    return undefined;
  }

  protected override get liveText(): string {
    return this.liveRegion.text;
  }

  protected override renderFrame(): TemplateResult {
    const {error, isSignedOut} = this.session;
    const content = this.isServed ? this.renderContent() : this.#renderRefusal(isSignedOut ? undefined : error, 'page');
    return html`${content} ${this.#offline.isOffline ? offlineLine(this.t) : this.#renderStatusLine()}`;
  }

  readonly #onSignIn = (event: Event): void => {
    const signIn = new SignInEvent();
    if (!this.dispatchEvent(signIn)) event.preventDefault();
  };

  /** Renders the reason why the account is not served: in place of the content, or, if `slim`, over it. */
  #renderRefusal(error: SupportError | undefined, kind: 'page' | 'slim'): TemplateResult {
    const {unsentText} = this;
    return accountNotice({
      ...this.retryOptions,
      error,
      kind,
      canRetry: this.session.canRetry,
      onCopyText: kind === 'slim' && unsentText ? () => void this.#copyText.copy(unsentText) : undefined,
    });
  }

  /** Renders what keeps the content from being up to date, over its end. */
  #renderStatusLine(): TemplateResult | typeof nothing {
    const {error} = this.session;
    const {staleError} = this;
    if (this.isKept) return statusLine(this.#renderRefusal(error, 'slim'));
    return staleError && !error ? statusLine(staleNotice(staleError, this.retryOptions)) : nothing;
  }
}
