import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import type {SupportError} from '../../contract/errors.js';
import {NavigateEvent, NewTicketOpenEvent} from '../../contract/ticket-events.js';
import {ClockController} from '../../controllers/view/clock-controller.js';
import {CopyController} from '../../controllers/view/copy-controller.js';
import {ProgressiveRenderController} from '../../controllers/view/progressive-render-controller.js';
import {NewReplyAnnouncer} from '../../controllers/view/new-reply-announcer.js';
import {PagedResourceController} from '../../controllers/base/paged-resource-controller.js';
import {ResourceController, type Progress} from '../../controllers/base/resource-controller.js';
import {ScrollAnchorController} from '../../controllers/view/scroll-anchor-controller.js';
import {ReplyController} from '../../controllers/tickets/reply-controller.js';
import {MessageExpansionController} from '../../controllers/view/message-expansion-controller.js';
import {ReadReceiptController} from '../../controllers/tickets/read-receipt-controller.js';
import type {MessageKey} from '../../i18n/translator.js';
import type {Thread, TicketThread} from '../../state/cache/ticket-thread.js';
import {composer, focusComposer} from '../../ui/thread/composer.js';
import {earlierReplies} from '../../ui/thread/earlier-replies.js';
import {staleNotice} from '../../ui/primitives/failure-notice.js';
import {wantsLabels} from '../../ui/primitives/labels.js';
import {sampleThread} from '../../ui/primitives/samples.js';
import {skeleton} from '../../ui/primitives/skeleton.js';
import {descriptionArticle} from '../../ui/thread/thread-articles.js';
import {threadHeader} from '../../ui/thread/thread-header.js';
import {focusThreadEnd, threadList} from '../../ui/thread/thread-list.js';
import {closedNotice, nothingChosen, threadFailure} from '../../ui/thread/thread-notices.js';
import {TicketElement} from '../ticket-element.js';
import {styles} from './ticket-thread.styles.js';

/**
 * One ticket: its description, what was said since, oldest first, and room to answer.
 *
 * Elements with the same `api-base` and the same customer's token share what they load.
 *
 * @tagname isp-ticket-thread
 *
 * @slot empty - Shown while no ticket is chosen.
 * @slot fallback - Another way to reach the operator; shown when the ticket cannot be.
 *
 * @fires {ReplySubmitEvent} isp-reply-submit - A customer has pressed Send: `ticketId`, `message`. Cancelable.
 * @fires {ReplySentEvent} isp-reply-sent - The server has the reply: `ticketId`, `replyId`, `status`.
 * @fires {NewTicketOpenEvent} isp-new-ticket-open - A customer takes the words that a closed ticket refused to a new one: `prefill`. Cancelable.
 * @fires {NavigateEvent} isp-navigate - A customer wants to go back to the list. Cancelable.
 * @fires {LinkOpenEvent} isp-link-open - A customer opens a link in a message: `href`. Cancelable.
 *
 * @csspart root - The box around everything.
 * @csspart header - What stands above the messages.
 * @csspart heading - The ticket's subject.
 * @csspart number - The ticket's number, and the button that copies it.
 * @csspart turn - The status, and whose turn it is.
 * @csspart status - A status: icon and word.
 * @csspart particulars - Category, priority, and when the ticket was opened.
 * @csspart article - One message.
 * @csspart description - The message that opened the ticket.
 * @csspart customer - A message of the customer's.
 * @csspart operator - A message of the operator's.
 * @csspart system - An automatic message.
 * @csspart author - Who wrote a message.
 * @csspart text - The words of a message.
 * @csspart day - The date where a day begins.
 * @csspart new-line - Where what is unread begins.
 * @csspart composer - The form that holds the reply.
 * @csspart composer-input - The box the reply is written in.
 * @csspart label - What a field is called.
 * @csspart error - Why a field cannot be taken as it is.
 * @csspart button - Anything that is pressed, links aside.
 * @csspart send - The Send button.
 * @csspart notice - A state in words.
 */
export class TicketThreadElement extends TicketElement {
  static override styles = styles;

  /** The ticket to show. */
  @property({attribute: 'ticket-id'}) ticketId = '';

  readonly #thread = new PagedResourceController(this, this.session, session =>
    this.ticketId ? session.thread(this.ticketId) : undefined,
  );
  readonly #config = new ResourceController(
    this,
    this.session,
    session => session.config,
    () => wantsLabels(this.#thread.value ? [this.#thread.value.ticket] : [], this.words),
  );
  readonly #reply = new ReplyController(this, this.session, () => this.announcer.announce(this.words('composer.sent')));
  readonly #copy = new CopyController(this, () => this.announcer.announce(this.words('thread.copied')));
  readonly #text = new MessageExpansionController(this);
  readonly #scrollAnchor = new ScrollAnchorController(this, () => this.#thread.value, '.article');
  readonly #readReceipt = new ReadReceiptController(this, this.session, () => this.#thread.value);

  readonly #firstScreen = new ProgressiveRenderController(this, this.#thread);

  constructor() {
    super();
    new ClockController(this);
    new NewReplyAnnouncer(
      this,
      () => this.#thread.value,
      (count, author = this.words('thread.operator')) =>
        this.announcer.announce(this.words('thread.arrived', {count, author})),
    );
  }

  protected override async reload(): Promise<void> {
    await this.#opened?.refresh();
  }

  /** Moves the focus to the ticket's heading, and the view to where unread replies begin. */
  override focus(options?: FocusOptions): void {
    super.focus({preventScroll: true, ...options});
    const start = this.renderRoot.querySelector('.new-line') ?? this.renderRoot.querySelector('.heading');
    start?.scrollIntoView({block: 'nearest'});
  }

  protected override get progress(): Progress {
    return this.ticketId ? this.#firstScreen.progress : 'shown';
  }

  get #opened(): TicketThread | undefined {
    return this.ticketId ? this.session.value?.thread(this.ticketId) : undefined;
  }

  protected override renderContent(): TemplateResult {
    if (!this.ticketId) return html`<slot name="empty">${nothingChosen(this.words)}</slot>`;
    const {value, error} = this.#thread.state;
    if (value) return this.#renderThread(value, error);
    if (!error) return skeleton('thread', 3, this.words, () => this.#renderThread(sampleThread()));
    return threadFailure({error, headingLevel: this.headingLevel, retry: this.again, onBack: this.#onBack});
  }

  #renderThread(
    {ticket, description, canReply, rows, cursor, pageStatus: more}: Thread,
    error?: SupportError,
  ): TemplateResult {
    const {words, timeZone, headingLevel} = this;
    const articles = {words, timeZone, text: (id: string) => this.#text.optionsFor(`${ticket.id} ${id}`)};
    return html`
      <section class="thread" aria-labelledby="heading">
        ${threadHeader({ticket, canReply, config: this.#config.value, words, timeZone, headingLevel, onCopy: () => this.#copy.copy(ticket.number), isCopied: this.#copy.copied === ticket.number})}
        ${error ? staleNotice(error, this.again) : nothing} ${descriptionArticle(ticket, description, articles)}
        ${earlierReplies({hasEarlier: cursor !== null, more, words, onEarlier: () => void this.#onEarlier()})}
        ${threadList({
          ...articles,
          // Whoever comes for what is unread is taken there at once.
          replies: this.#readReceipt.firstUnreadId === undefined ? this.#firstScreen.rendered(rows) : rows,
          unsent: this.#reply.unsent,
          isKept: this.#reply.isPersistent,
          canReply,
          pause: this.again.pause,
          newFrom: this.#readReceipt.firstUnreadId,
          textRevision: this.#text.revision,
          onRetry: key => this.#act(() => this.#reply.retry(key)),
          onEdit: key => this.#act(() => this.#reply.edit(key)),
          onDiscard: key => this.#act(() => this.#reply.cancel(key), 'pending.discarded'),
        })}
        ${canReply ? composer({reply: {draft: this.#reply.draft, hindrance: this.#reply.blockedReason, isRestored: this.#reply.isRestored, isKept: this.#reply.isPersistent, write: text => this.#reply.setDraft(text)}, words, status: ticket.status, onSubmit: this.#onSubmit, onDiscard: this.#onDiscardDraft}) : closedNotice(words, this.#onNewTicket)}
      </section>
    `;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    // The box has the focus already after Ctrl+Enter, and is not read out again.
    if (!this.#reply.send()) this.announcer.announce(this.words(`composer.${this.#reply.blockedReason ?? 'empty'}`));
    focusComposer(this.renderRoot);
  };

  readonly #onDiscardDraft = (): void => this.#act(() => void this.#reply.discardDraft(), 'pending.discarded');

  /** Does what a button asks for that goes away with it: the focus is not to go, too. */
  #act(act: () => void, said?: MessageKey): void {
    act();
    if (said) this.announcer.announce(this.words(said));
    focusThreadEnd(this.renderRoot);
  }

  async #onEarlier(): Promise<void> {
    const replies = this.renderRoot.querySelector<HTMLElement>('.replies');
    // A row begins with its day, and loses it to an earlier reply of that day: what is read is the article.
    await this.#scrollAnchor.anchor(replies?.querySelector('.article'), async () => this.#opened?.loadEarlier());
    // The button goes with the last of them, and the focus is not to go with it.
    if (this.#thread.value?.cursor === null) replies?.focus({preventScroll: true});
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
