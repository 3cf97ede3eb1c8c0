import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import type {SupportError} from '../../contract/errors.js';
import {NavigateEvent, NewTicketOpenEvent} from '../../contract/ticket-events.js';
import {ClockController} from '../../controllers/view/clock-controller.js';
import {CopyController} from '../../controllers/view/copy-controller.js';
import {ProgressiveRenderController} from '../../controllers/view/progressive-render-controller.js';
import {NewReplyAnnouncer} from '../../controllers/view/new-reply-announcer.js';
import {PagedResourceController} from '../../controllers/base/paged-resource-controller.js';
import {ResourceController, type Progress} from '../../controllers/base/resource-controller.js';
import {isFocusElsewhere} from '../../controllers/view/focus-controller.js';
import {reveal, revealStart} from '../../controllers/view/reveal.js';
import {RowWindowController} from '../../controllers/view/row-window-controller.js';
import {RefusedFilesController} from '../../controllers/view/refused-files-controller.js';
import {keepInPlace, ScrollAnchorController} from '../../controllers/view/scroll-anchor-controller.js';
import {ReplyController} from '../../controllers/tickets/reply-controller.js';
import {ScrollSpyController} from '../../controllers/view/scroll-spy-controller.js';
import {MessageExpansionController} from '../../controllers/view/message-expansion-controller.js';
import {ReadReceiptController} from '../../controllers/tickets/read-receipt-controller.js';
import type {Reply} from '../../contract/reply.js';
import type {Thread, TicketThread} from '../../state/cache/ticket-thread.js';
import {composer} from '../../ui/thread/composer.js';
import {earlierReplies} from '../../ui/thread/earlier-replies.js';
import {builtInStatus, isFinished, withLastReplyBy} from '../../ui/primitives/status-badge.js';
import {hasUnknownValue} from '../../ui/text/labels.js';
import {sampleThread} from '../../ui/primitives/warm-up.js';
import {unsentStatusText} from '../../ui/primitives/unsent-status.js';
import {skeleton} from '../../ui/primitives/skeleton.js';
import {descriptionArticle} from '../../ui/thread/thread-articles.js';
import type {QuickAnswer} from '../../ui/thread/quick-answers.js';
import {selectNumber, threadHeader} from '../../ui/thread/thread-header.js';
import {alwaysLaidOut, focusComposerOrReplies, replyList} from '../../ui/thread/reply-list.js';
import {repliesClosedNotice, noTicketNotice, threadFailure} from '../../ui/thread/thread-notices.js';
import {TicketViewElement} from '../ticket-view-element.js';
import {mailboxOf} from '../../controllers/session/mailbox.js';
import {styles} from './ticket-thread.styles.js';

/** A second press within this time, in milliseconds, is part of a double press. */
const doublePress = 1_000;

/**
 * A ticket: its description, its replies, oldest first, and a reply box.
 *
 * Elements with the same `api-base` and the same customer share a session: they load their data once and show the same
 * state.
 *
 * @tagname isp-ticket-thread
 * @summary A ticket with its replies and a reply box.
 *
 * @example
 * <isp-ticket-thread api-base="/api" ticket-id="42"></isp-ticket-thread>
 * <script>
 *   document.querySelector('isp-ticket-thread').tokenProvider = async () => {
 *     const response = await fetch('/portal/token');
 *     if (!response.ok) throw new Error(`No token: ${response.status}`);
 *     return response.text();
 *   };
 * </script>
 *
 * @slot empty - Replaces the text that is shown while no ticket is selected.
 * @slot fallback - Another way to contact the operator, such as a phone number. Shown if the ticket cannot be loaded or
 *   the account has no access.
 *
 * @fires {ReplySubmitEvent} isp-reply-submit - Fired when the customer presses *Send* or *Yes, it’s solved*, before
 *   anything is sent. Cancel it to keep the text in the reply box.
 * @fires {ReplySentEvent} isp-reply-sent - Fired when the server has accepted a reply.
 * @fires {NewTicketOpenEvent} isp-new-ticket-open - Fired when the customer continues in a new ticket because this one
 *   is closed. `prefill` has the text that could not be sent.
 * @fires {NavigateEvent} isp-navigate - Fired when the customer wants to return to the list.
 * @fires {LinkOpenEvent} isp-link-open - Fired when the customer opens a link in a message. Cancel it to open the link
 *   yourself.
 *
 * @csspart root - The container of all content.
 * @csspart header - The header above the messages.
 * @csspart heading - The subject of the ticket.
 * @csspart thread-bar - The subject and the number of a long ticket, in view while the header is not, with the button
 *   that leads to the first message.
 * @csspart thread-ends - The buttons that lead to the newest message and to the reply box, while these are out of view.
 * @csspart number - The number of the ticket, with the button that copies it.
 * @csspart turn - The status of the ticket, with the text that says whose turn it is.
 * @csspart status - A status: icon and text.
 * @csspart particulars - The category, the priority and the opening time of the ticket.
 * @csspart article - A message.
 * @csspart description - The message that opened the ticket.
 * @csspart customer - A message from the customer.
 * @csspart operator - A message from the operator.
 * @csspart system - An automatic message.
 * @csspart author - The author of a message.
 * @csspart text - The text of a message.
 * @csspart day - The date above the first message of a day.
 * @csspart new-line - The line above the first unread reply.
 * @csspart composer - The reply form.
 * @csspart composer-input - The text box of the reply form.
 * @csspart label - The label of a field.
 * @csspart error - The error message of a field.
 * @csspart button - Any button.
 * @csspart send - The Send button.
 * @csspart offline - The line that says that the device is offline.
 * @csspart contacts - Other ways to contact the operator, shown with failures.
 * @csspart notice - A status or error message.
 */
export class TicketThreadElement extends TicketViewElement {
  static override styles = styles;

  /** ID of the ticket to show. If empty, the `empty` slot is shown. */
  @property({attribute: 'ticket-id'}) ticketId = '';

  readonly #thread = new PagedResourceController(this, this.session, session =>
    this.ticketId ? mailboxOf(session).thread(this.ticketId) : undefined,
  );
  readonly #config = new ResourceController(this, this.session, session =>
    this.ticketId ? session.config : undefined,
  );
  readonly #reply = new ReplyController(
    this,
    this.session,
    status => this.#onSent(status),
    item => this.liveRegion.announce(unsentStatusText(item, this.t, this.#reply.isPersistent)),
  );
  readonly #files = new RefusedFilesController(this, this.liveRegion, () => this.#config.value?.features.attachments);
  readonly #copy = new CopyController(this, ({isCopied}) => this.#onCopy(isCopied));
  /** Before what else prepares for paper. */
  readonly #window = new RowWindowController<Reply>(
    this,
    '.gap, [data-id]',
    128,
    ({id}, index, count) => index >= count - alwaysLaidOut || id === this.#readReceipt.firstUnreadId,
  );
  readonly #messageExpansion = new MessageExpansionController(this, () => this.performUpdate());
  readonly #scrollAnchor = new ScrollAnchorController(this, () => [
    this.#thread.state.error ?? this.#thread.value,
    // A reply grows by its buttons if it cannot be sent.
    mailboxOf(this.session.value)?.outbox.store.items.value,
  ]);
  readonly #readReceipt = new ReadReceiptController(this, this.session, () => this.#thread.value);

  /** Whether the next reply reopens the ticket as it is on screen. */
  #isFinished = false;
  readonly #firstShownIds = new Set<string>();
  /** A reply of the customer's has reopened the ticket. */
  #isReopened = false;
  /** All earlier replies are loading. */
  #isLoadingAll = false;
  /** When Send was last pressed. */
  #pressedAt = -Infinity;

  readonly #scrollSpy = new ScrollSpyController(this);
  readonly #progressiveRender = new ProgressiveRenderController(this, this.#thread, 128);

  constructor() {
    super();
    new ClockController(this);
    new NewReplyAnnouncer(
      this,
      () => this.#thread.value,
      (count, author = this.#config.value?.operatorName ?? this.t('thread.operator')) =>
        this.liveRegion.announce(this.t('thread.arrived', {count, author})),
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('ticketId')) return;
    // What was said about one ticket is not read out in the next.
    this.liveRegion.text = '';
    this.#reply.blockedReason = undefined;
    this.#firstShownIds.clear();
    mailboxOf(this.session.value)?.outbox.store.forget();
    this.#files.isRefused = this.#isReopened = this.#isLoadingAll = false;
  }

  protected override async reload(): Promise<void> {
    await this.#opened?.refresh();
  }

  /** Moves the focus to the heading of the ticket, and scrolls to the first unread reply. */
  override focus(options?: FocusOptions): void {
    super.focus({preventScroll: true, ...options});
    if (this.revealUnread()) return;
    this.#scrollSpy.measure();
    revealStart(this.focusTarget ?? this);
  }

  /** Scrolls to the first unread reply. Returns whether there is one. @internal */
  revealUnread(): boolean {
    const unreadLine = this.renderRoot.querySelector('.new-line');
    if (!unreadLine) return false;
    this.#scrollSpy.measure();
    reveal(unreadLine, 'start');
    return true;
  }

  /** @internal */
  override get unsentText(): string {
    return this.#reply.unsentText;
  }

  protected override updated(): void {
    this.#isFinished = this.#isDone(this.#thread.value?.ticket.status ?? '');
    const [first] = this.#thread.value?.rows ?? [];
    if (first) this.#firstShownIds.add(first.id);
  }

  protected override get progress(): Progress {
    return this.ticketId ? this.#progressiveRender.progress : 'shown';
  }

  get #opened(): TicketThread | undefined {
    return this.ticketId ? mailboxOf(this.session.value)?.thread(this.ticketId) : undefined;
  }

  protected override get staleError(): SupportError | undefined {
    return this.#thread.value && this.#thread.state.error;
  }

  protected override renderContent(): TemplateResult {
    if (!this.ticketId) return html`<slot name="empty">${noTicketNotice(this.t)}</slot>`;
    const {value, error} = this.#thread.state;
    // What the operator calls a value, and says about it, would move the text.
    const isUnnamed = this.#config.progress === 'loading' && value && hasUnknownValue([value.ticket], this.t);
    if (value && !isUnnamed) return this.#renderThread(value);
    if (!error) {
      return skeleton('thread', 3, this.t, () => (this.#thread.value ? nothing : this.#renderThread(sampleThread())));
    }
    return threadFailure({error, headingLevel: this.headingLevel, retry: this.retryOptions, onBack: this.#onBack});
  }

  #renderThread(thread: Thread): TemplateResult {
    const {t, timeZone, headingLevel} = this;
    const {description, canReply, rows, cursor, pageStatus} = thread;
    const ticket = withLastReplyBy(thread.ticket, rows);
    const articles = {
      t,
      timeZone,
      operatorName: this.#config.value?.operatorName,
      textOptions: (id: string) => this.#messageExpansion.optionsFor(`${ticket.id} ${id}`),
    };
    return html`
      <section class="thread" aria-labelledby="heading">
        ${threadHeader({
          ticket,
          canReply,
          config: this.#config.value,
          t,
          timeZone,
          headingLevel,
          onCopy: () => this.#copy.copy(ticket.number),
          isCopied: this.#copy.result?.text === ticket.number ? this.#copy.result.isCopied : undefined,
          onMove: this.#onMove,
          onReply: this.#onReply,
        })}
        ${descriptionArticle(ticket, description, articles)}
        ${replyList({
          ...articles,
          // If there are unread replies, all rows are rendered at once: the thread scrolls to the first of them.
          replies: this.#window.rendered(
            this.#readReceipt.firstUnreadId === undefined ? this.#progressiveRender.rendered(rows) : rows,
          ),
          earlier: earlierReplies({
            hasEarlier: cursor !== null,
            count: ticket.replyCount === null ? undefined : ticket.replyCount - rows.length,
            pageStatus,
            isLoadingAll: pageStatus === 'loading' && this.#isLoadingAll,
            t,
            onLoadEarlier: () => void this.#loadEarlier(),
            onLoadAll: () => void this.#loadEarlier(true),
            onCancel: () => (this.#isLoadingAll = false),
          }),
          count: rows.length,
          firstShownIds: this.#firstShownIds,
          unsent: this.#reply.unsent,
          isPersistent: this.#reply.isPersistent,
          canResend: canReply,
          secondsUntilRetry: this.retryOptions.secondsUntilRetry,
          firstUnreadId: this.#readReceipt.firstUnreadId,
          expansionRevision: this.#messageExpansion.revision,
          onShow: reply => this.#moveTo(this.#window.show(rows.indexOf(reply))?.querySelector('.article')),
          onRetry: key => this.#runAction(() => this.#reply.retry(key)),
          onEdit: key => this.#runAction(() => this.#reply.edit(key)),
          onDiscard: key => void this.announceDiscarded(this.#reply.toggleDiscarded(key)),
        })}
        <i class="end"></i>
        ${
          this.#isReopened && ticket.lastReplyBy === 'customer' && !this.#isDone(ticket.status)
            ? html`<p class="muted">${t('thread.reopened')}</p>`
            : nothing
        }
        ${canReply ? this.#renderComposer(thread) : repliesClosedNotice(t, this.#onNewTicket)}
      </section>
    `;
  }

  /** Whether a status counts as resolved or closed. */
  #isDone(status: string): boolean {
    return isFinished(builtInStatus(status, this.#config.value?.statuses));
  }

  #renderComposer({ticket, rows}: Thread): TemplateResult {
    const status = builtInStatus(ticket.status, this.#config.value?.statuses);
    return composer({
      thread: {ticket: {...ticket, status}, rows},
      config: this.#config.value,
      reply: this.#reply,
      isRefused: this.#files.isRefused,
      t: this.t,
      onAnswer: this.#onAnswer,
      onSubmit: this.#onSubmit,
      onDiscard: () => void this.#onDiscardDraft(),
    });
  }

  readonly #onAnswer = ({key, text}: QuickAnswer): void => {
    const isSent = this.#reply.write(text) && key === 'answer.solved' && this.#send();
    this.performUpdate();
    // The reply box would open the keyboard of a phone.
    if (isSent && !this.#reply.draft) this.renderRoot.querySelector<HTMLElement>('.replies')?.focus();
    else focusComposerOrReplies(this.renderRoot);
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const {timeStamp} = event;
    // The second press of a double press finds the box empty, because the first one has sent the reply.
    const isSent = timeStamp - this.#pressedAt < doublePress && !this.#reply.draft;
    this.#pressedAt = timeStamp;
    const isTaken = isSent || this.#send();
    focusComposerOrReplies(this.renderRoot);
    if (isTaken) void this.#revealComposer();
  };

  #send(): boolean {
    const isTaken = this.#reply.send();
    // After Ctrl+Enter the box has the focus already: a screen reader would not read the error out.
    const count = this.#config.value?.messageLimit ?? 0;
    if (!isTaken) this.liveRegion.announce(this.t(this.#reply.blockedReason ?? 'composer.empty', {count}));
    return isTaken;
  }

  #onSent(status: string): void {
    const isReopened = this.#isFinished && !this.#isDone(status);
    this.#isReopened ||= isReopened;
    this.liveRegion.announce(this.t(isReopened ? 'thread.reopened' : 'composer.sent'));
  }

  /** Shows the newest message and the reply box, or, if only one fits, the reply box. */
  async #revealComposer(): Promise<void> {
    await this.updateComplete;
    const newest = this.#articles.at(-1);
    const form = this.renderRoot.querySelector('.composer');
    if (!newest || !form) return;
    reveal(newest);
    reveal(form);
    void keepInPlace(form);
  }

  get #articles(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.article')];
  }

  readonly #onDiscardDraft = (): unknown => this.announceDiscarded(this.#reply.toggleDraftDiscarded());

  /** Runs an action whose button disappears with it, and keeps the focus in the element. */
  #runAction(action: () => void): void {
    action();
    focusComposerOrReplies(this.renderRoot);
  }

  #onCopy(isCopied: boolean): void {
    this.liveRegion.announce(this.t(isCopied ? 'thread.copied' : 'thread.notCopied'));
    if (!isCopied) selectNumber(this.renderRoot);
  }

  /** Loads the page of earlier replies, or all of them. */
  async #loadEarlier(isAll = false): Promise<void> {
    if (this.#thread.value?.pageStatus === 'loading') return;
    const {ticketId} = this;
    const isShown = (): boolean => this.isConnected && this.ticketId === ticketId;
    this.#isLoadingAll = isAll;
    const replies = this.renderRoot.querySelector<HTMLElement>('.replies');
    // Anchors the article, not its row: the row loses its date heading to an earlier reply of the same day.
    await this.#scrollAnchor.anchor(replies?.querySelector('.article'), async () => {
      const count = (await this.#opened?.loadEarlier(() => isShown() && this.#isLoadingAll)) ?? 0;
      const hasFailed = this.#thread.value?.pageStatus === 'failed';
      if (!isShown() || !(hasFailed || count)) return;
      this.liveRegion.announce(hasFailed ? this.t('thread.earlierFailed') : this.t('thread.earlierShown', {count}));
    });
    // The last page removes the buttons: the focus moves to the list of replies.
    if (isShown() && this.#thread.value?.cursor === null && !this.shadowRoot?.activeElement && !isFocusElsewhere(this))
      replies?.focus({preventScroll: true});
  }

  readonly #onReply = (): void => {
    focusComposerOrReplies(this.renderRoot);
    void this.#revealComposer();
  };

  readonly #onMove = (index: number): void => this.#moveTo(this.#articles.at(index));

  #moveTo(article: HTMLElement | null | undefined): void {
    if (!article) return;
    article.tabIndex = -1;
    article.focus({preventScroll: true});
    reveal(article, 'start');
    void keepInPlace(article);
  }

  readonly #onBack = (): void => {
    const navigate = new NavigateEvent('list');
    this.dispatchEvent(navigate);
  };

  readonly #onNewTicket = (): void => {
    const open = new NewTicketOpenEvent({description: this.#reply.unsentText});
    this.dispatchEvent(open);
  };
}
