import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';

import type {TicketConfig} from '../../contract/config.js';
import {NewTicketOpenEvent} from '../../contract/ticket-events.js';
import type {ResourceController} from '../../controllers/base/resource-controller.js';
import type {SessionObserver} from '../../controllers/base/session-observer.js';
import {ReadReceiptController} from '../../controllers/tickets/read-receipt-controller.js';
import {ReplyController} from '../../controllers/tickets/reply-controller.js';
import {ClockController} from '../../controllers/view/clock-controller.js';
import {CopyController} from '../../controllers/view/copy-controller.js';
import {isFocusElsewhere} from '../../controllers/view/focus-controller.js';
import type {LiveRegion} from '../../controllers/view/live-region.js';
import {MessageExpansionController} from '../../controllers/view/message-expansion-controller.js';
import {NewReplyAnnouncer} from '../../controllers/view/new-reply-announcer.js';
import type {ProgressiveRenderController} from '../../controllers/view/progressive-render-controller.js';
import {RefusedFilesController} from '../../controllers/view/refused-files-controller.js';
import {reveal} from '../../controllers/view/reveal.js';
import {keepInPlace, ScrollAnchorController} from '../../controllers/view/scroll-anchor-controller.js';
import {ScrollSpyController} from '../../controllers/view/scroll-spy-controller.js';
import type {Translator} from '../../i18n/translator.js';
import type {Thread} from '../../state/cache/ticket-thread.js';
import type {RetryOptions} from '../../ui/primitives/failure-notice.js';
import {isFinished, withLastReplyBy} from '../../ui/primitives/status-badge.js';
import {unsentStatusText} from '../../ui/primitives/unsent-status.js';
import {composer} from '../../ui/thread/composer.js';
import {earlierReplies} from '../../ui/thread/earlier-replies.js';
import type {QuickAnswer} from '../../ui/thread/quick-answers.js';
import {repliesClosedNotice} from '../../ui/thread/thread-notices.js';
import {focusComposerOrReplies, replyList} from '../../ui/thread/reply-list.js';
import {sampleThread} from '../../ui/primitives/warm-up.js';
import {descriptionArticle} from '../../ui/thread/thread-articles.js';
import {selectNumber, threadHeader} from '../../ui/thread/thread-header.js';
import {contentStyles} from './ticket-thread-content.styles.js';

/** The element that shows the ticket. */
export interface TicketThreadHost extends LitElement {
  readonly ticketId: string;
  readonly timeZone: string;
  readonly headingLevel: number;
  /** Says that a text was deleted, once it is. */
  announceDiscarded(isDiscarded: Promise<boolean | undefined> | undefined): Promise<void>;
}

/** What the element shares with its content. */
export interface TicketThreadOptions {
  readonly session: SessionObserver;
  readonly thread: ResourceController<Thread>;
  readonly config: ResourceController<TicketConfig>;
  readonly progressiveRender: ProgressiveRenderController;
  readonly liveRegion: LiveRegion;
  readonly translator: () => Translator;
  readonly retryOptions: () => RetryOptions;
  /** Performs the pending update of the element. */
  readonly renderNow: () => void;
}

/** The content of `<isp-ticket-thread>`: the ticket with its replies, and the reply box. */
export class TicketThreadContent implements ReactiveController {
  readonly styles = contentStyles;
  readonly #host: TicketThreadHost;
  readonly #options: TicketThreadOptions;
  readonly #thread: ResourceController<Thread>;
  readonly #reply: ReplyController;
  readonly #files: RefusedFilesController;
  readonly #copy: CopyController;
  readonly #messageExpansion: MessageExpansionController;
  readonly #scrollAnchor: ScrollAnchorController;
  readonly #readReceipt: ReadReceiptController;
  readonly #scrollSpy: ScrollSpyController;

  /** The status of the ticket as it is on screen. */
  #shownStatus = '';
  /** A reply of the customer's has reopened the ticket. */
  #isReopened = false;
  /** All earlier replies are loading. */
  #isLoadingAll = false;

  constructor(host: TicketThreadHost, options: TicketThreadOptions) {
    const {session, thread, config, liveRegion, renderNow} = options;
    const value = (): Thread | undefined => thread.value;
    this.#host = host;
    this.#options = options;
    this.#thread = thread;
    this.#reply = new ReplyController(host, session, item =>
      liveRegion.announce(unsentStatusText(item, this.#t, this.#reply.isPersistent)),
    );
    this.#files = new RefusedFilesController(host, liveRegion, () => config.value?.features.attachments);
    this.#copy = new CopyController(host, ({isCopied}) => this.#onCopy(isCopied));
    this.#messageExpansion = new MessageExpansionController(host, renderNow);
    this.#scrollAnchor = new ScrollAnchorController(host, () => thread.state.error ?? thread.value);
    this.#readReceipt = new ReadReceiptController(host, session, value);
    this.#scrollSpy = new ScrollSpyController(host);
    new ClockController(host);
    // A reply grows by its buttons if it cannot be sent.
    new ScrollAnchorController(host, () => session.value?.outbox.store.items.value);
    new NewReplyAnnouncer(host, value, (count, author = config.value?.operatorName ?? this.#t('thread.operator')) =>
      liveRegion.announce(this.#t('thread.arrived', {count, author})),
    );
    host.addController(this);
  }

  get #t(): Translator {
    return this.#options.translator();
  }

  /** Forgets what concerns the ticket that was shown before. */
  startOver(): void {
    this.#reply.blockedReason = undefined;
    this.#files.isRefused = this.#isReopened = this.#isLoadingAll = false;
  }

  /** Scrolls to the first unread reply. Returns whether there is one. */
  revealUnread(): boolean {
    this.#scrollSpy.measure();
    const unreadLine = this.#host.renderRoot.querySelector('.new-line');
    if (unreadLine) reveal(unreadLine, 'start');
    return unreadLine !== null;
  }

  /** What the customer has written and the server does not have. */
  get unsentText(): string {
    return this.#reply.unsentText;
  }

  hostUpdated(): void {
    this.#shownStatus = this.#thread.value?.ticket.status ?? '';
  }

  /** Renders a ticket that stands for any, for a warm-up. */
  renderSample(): TemplateResult {
    return this.render(sampleThread());
  }

  /** Renders the ticket. */
  render(thread: Thread): TemplateResult {
    const t = this.#t;
    const {timeZone, headingLevel} = this.#host;
    const {description, canReply, rows, cursor, pageStatus} = thread;
    const ticket = withLastReplyBy(thread.ticket, rows);
    const articles = {
      t,
      timeZone,
      operatorName: this.#options.config.value?.operatorName,
      textOptions: (id: string) => this.#messageExpansion.optionsFor(`${ticket.id} ${id}`),
    };
    return html`
      <section class="thread" aria-labelledby="heading">
        ${threadHeader({
          ticket,
          canReply,
          config: this.#options.config.value,
          t,
          timeZone,
          headingLevel,
          onCopy: () => this.#copy.copy(ticket.number),
          isCopied: this.#copy.result?.text === ticket.number ? this.#copy.result.isCopied : undefined,
          onMove: this.#onMove,
          onReply: this.#onReply,
        })}
        ${descriptionArticle(ticket, description, articles)}
        ${earlierReplies({
          hasEarlier: cursor !== null,
          count: ticket.replyCount === null ? undefined : ticket.replyCount - rows.length,
          pageStatus,
          isLoadingAll: pageStatus === 'loading' && this.#isLoadingAll,
          t,
          onLoadEarlier: () => void this.#loadEarlier(),
          onLoadAll: () => void this.#loadEarlier(true),
          onCancel: () => (this.#isLoadingAll = false),
        })}
        ${replyList({
          ...articles,
          // If there are unread replies, all rows are rendered at once: the thread scrolls to the first of them.
          replies:
            this.#readReceipt.firstUnreadId === undefined ? this.#options.progressiveRender.rendered(rows) : rows,
          unsent: this.#reply.unsent,
          isPersistent: this.#reply.isPersistent,
          canResend: canReply,
          secondsUntilRetry: this.#options.retryOptions().secondsUntilRetry,
          firstUnreadId: this.#readReceipt.firstUnreadId,
          expansionRevision: this.#messageExpansion.revision,
          onRetry: key => this.#runAction(() => this.#reply.retry(key)),
          onEdit: key => this.#runAction(() => this.#reply.edit(key)),
          onDiscard: key => void this.#host.announceDiscarded(this.#reply.toggleDiscarded(key)),
        })}
        <i class="end"></i>
        ${
          this.#isReopened && ticket.lastReplyBy === 'customer' && !isFinished(ticket.status)
            ? html`<p class="muted">${t('thread.reopened')}</p>`
            : nothing
        }
        ${canReply ? this.#renderComposer(thread) : repliesClosedNotice(t, this.#onNewTicket)}
      </section>
    `;
  }

  #renderComposer(thread: Thread): TemplateResult {
    return composer({
      thread,
      config: this.#options.config.value,
      reply: this.#reply,
      isRefused: this.#files.isRefused,
      t: this.#t,
      onAnswer: this.#onAnswer,
      onSubmit: this.#onSubmit,
      onDiscard: () => void this.#onDiscardDraft(),
    });
  }

  readonly #onAnswer = ({key, text}: QuickAnswer): void => {
    const isSent = this.#reply.write(text) && key === 'answer.solved' && this.#send();
    this.#options.renderNow();
    // The reply box would open the keyboard of a phone.
    if (isSent && !this.#reply.draft) this.#host.renderRoot.querySelector<HTMLElement>('.replies')?.focus();
    else focusComposerOrReplies(this.#host.renderRoot);
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const isTaken = this.#send();
    focusComposerOrReplies(this.#host.renderRoot);
    if (isTaken) void this.#revealComposer();
  };

  #send(): boolean {
    const isTaken = this.#reply.send();
    // After Ctrl+Enter the box has the focus already: a screen reader would not read the error out.
    if (!isTaken) this.#options.liveRegion.announce(this.#t(`composer.${this.#reply.blockedReason ?? 'empty'}`));
    return isTaken;
  }

  /** Says that a reply was sent. `status` is that of the ticket since. */
  onSent(status: string): void {
    const isReopened = isFinished(this.#shownStatus) && !isFinished(status);
    this.#isReopened ||= isReopened;
    this.#options.liveRegion.announce(this.#t(isReopened ? 'thread.reopened' : 'composer.sent'));
  }

  /** Shows the newest message and the reply box, or, if only one fits, the reply box. */
  async #revealComposer(): Promise<void> {
    await this.#host.updateComplete;
    const newest = this.#articles.at(-1);
    const form = this.#host.renderRoot.querySelector('.composer');
    if (!newest || !form) return;
    reveal(newest);
    reveal(form);
    void keepInPlace(form);
  }

  get #articles(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.article')];
  }

  readonly #onDiscardDraft = (): unknown => this.#host.announceDiscarded(this.#reply.toggleDraftDiscarded());

  /** Runs an action whose button disappears with it, and keeps the focus in the element. */
  #runAction(action: () => void): void {
    action();
    focusComposerOrReplies(this.#host.renderRoot);
  }

  #onCopy(isCopied: boolean): void {
    this.#options.liveRegion.announce(this.#t(isCopied ? 'thread.copied' : 'thread.notCopied'));
    if (!isCopied) selectNumber(this.#host.renderRoot);
  }

  /** Loads the page of earlier replies, or all of them. */
  async #loadEarlier(isAll = false): Promise<void> {
    if (this.#thread.value?.pageStatus === 'loading') return;
    const {ticketId} = this.#host;
    const {value: session} = this.#options.session;
    const isShown = (): boolean => this.#host.isConnected && this.#host.ticketId === ticketId;
    this.#isLoadingAll = isAll;
    const replies = this.#host.renderRoot.querySelector<HTMLElement>('.replies');
    // Anchors the article, not its row: the row loses its date heading to an earlier reply of the same day.
    await this.#scrollAnchor.anchor(replies?.querySelector('.article'), async () => {
      const count = (await session?.thread(ticketId).loadEarlier(() => isShown() && this.#isLoadingAll)) ?? 0;
      const hasFailed = this.#thread.value?.pageStatus === 'failed';
      if (!isShown() || !(hasFailed || count)) return;
      this.#options.liveRegion.announce(
        hasFailed ? this.#t('thread.earlierFailed') : this.#t('thread.earlierShown', {count}),
      );
    });
    // The last page removes the buttons: the focus moves to the list of replies.
    if (
      isShown() &&
      this.#thread.value?.cursor === null &&
      !this.#host.shadowRoot?.activeElement &&
      !isFocusElsewhere(this.#host)
    )
      replies?.focus({preventScroll: true});
  }

  readonly #onReply = (): void => {
    focusComposerOrReplies(this.#host.renderRoot);
    void this.#revealComposer();
  };

  readonly #onMove = (index: number): void => {
    const article = this.#articles.at(index);
    if (!article) return;
    article.tabIndex = -1;
    article.focus({preventScroll: true});
    reveal(article, 'start');
    void keepInPlace(article);
  };

  readonly #onNewTicket = (): void => {
    const open = new NewTicketOpenEvent({description: this.#reply.unsentText});
    this.#host.dispatchEvent(open);
  };
}
