import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {live} from 'lit/directives/live.js';

import type {TicketConfig} from '../../contract/config.js';
import type {Discarded} from '../../contract/drafts.js';
import type {MessageKey, Translator} from '../../i18n/translator.js';
import {isEnter} from '../primitives/enter-key.js';
import {growingTextarea} from '../primitives/growing-textarea.js';
import {isFinished} from '../primitives/status-badge.js';
import {hearNote, picturesNote} from '../primitives/notes.js';
import {discardButton} from '../primitives/unsent-status.js';
import {
  isSupportsTurn,
  quickAnswerButtons,
  quickAnswers,
  type Conversation,
  type QuickAnswer,
} from './quick-answers.js';

export interface ComposerOptions {
  readonly thread: Conversation;
  /** Undefined until it is loaded. */
  readonly config: TicketConfig | undefined;
  readonly reply: {
    readonly draft: string;
    /** Why Send did nothing, as a message: there is no text or too much, or the outbox is full. */
    readonly blockedReason: MessageKey | undefined;
    /** The draft was written before this page was opened. */
    readonly isRestored: boolean;
    /** The draft is stored as well as the device allows. */
    readonly isStored: boolean;
    /** What is stored survives a reload of the page. */
    readonly isPersistent: boolean;
    readonly discarded: Discarded;
    /** The replies that the server does not have yet. */
    readonly unsent: readonly unknown[];
  };
  /** A file was pasted or dropped. */
  readonly isRefused: boolean;
  readonly t: Translator;
  readonly onAnswer: (answer: QuickAnswer) => void;
  /**
   * Called on a click of the button and on Ctrl+Enter. Not on `submit`, which does not fire in a sandboxed frame:
   * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm ("sandboxed
   * forms").
   */
  readonly onSubmit: (event: Event) => void;
  /** Discards a draft that was written before this page was opened, or restores it. */
  readonly onDiscard: () => void;
}

/** The form for a reply. Enter inserts a new line, as on a phone; Ctrl+Enter or Cmd+Enter sends. */
export function composer(options: ComposerOptions): TemplateResult {
  const {thread, config, reply, isRefused, t, onSubmit, onDiscard} = options;
  const {draft, blockedReason, isRestored, discarded} = reply;
  const {status, number, subject} = thread.ticket;
  const pictures = picturesNote(config, t, number || subject, isRefused);
  const statusKey = draft ? draftStatusKey(reply) : discarded && 'unsent.discarded';
  const error = blockedReason && t(blockedReason, {count: config?.messageLimit ?? 0});
  return html`
    <form class="composer" part="composer" method="dialog" novalidate>
      <label class="field-label" part="label" for="composer">${t('composer.label')}</label>
      <textarea
        id="composer"
        class="control"
        part="composer-input"
        rows="3"
        dir="auto"
        enterkeyhint="enter"
        aria-invalid=${Boolean(error)}
        aria-describedby="composer-error composer-hint"
        .value=${live(draft)}
        ${growingTextarea(draft)}
        @keydown=${(event: KeyboardEvent) => {
          if (isEnter(event) && (event.ctrlKey || event.metaKey)) onSubmit(event);
        }}
      ></textarea>
      ${error ? html`<p class="field-error" part="error" id="composer-error">${error}</p>` : nothing}
      ${isRefused ? pictures : nothing}
      <div class="composer-end">
        <p class="muted">
          <span id="composer-hint">${isFinished(status) ? t('composer.reopens') : nothing}</span>
          ${statusKey && t(statusKey)}
        </p>
        ${isRestored || discarded ? discardButton(t, discarded, onDiscard) : nothing}
        <button class="button primary" part="button send" type="submit" @click=${onSubmit}>
          ${t('composer.send')}
        </button>
      </div>
    </form>
    ${config && notes(config, options, pictures)}
  `;
}

/**
 * Quick answers, when the customer hears from support, and how to send a picture. At the end, and only once the
 * configuration is loaded, so that nothing moves if that is later than the thread, or if the customer begins to write.
 */
function notes(config: TicketConfig, options: ComposerOptions, pictures: unknown): TemplateResult {
  const {thread, reply, isRefused, t, onAnswer} = options;
  const answers = reply.unsent.length === 0 ? quickAnswers(thread, config, t) : [];
  return html`
    ${quickAnswerButtons(answers, reply.draft !== '', t, onAnswer)} ${isRefused ? nothing : pictures}
    ${isSupportsTurn(thread) ? guard([config, t], () => hearNote(config, t)) : nothing}
  `;
}

/** The note about a draft. There is none before the draft is stored, unless the device does not store it. */
function draftStatusKey({isRestored, isStored, isPersistent}: ComposerOptions['reply']): MessageKey | undefined {
  if (isRestored) return 'composer.restored';
  if (!isPersistent) return 'composer.savedInPage';
  return isStored ? 'composer.saved' : undefined;
}
