import {newKey} from './drafts.js';

/**
 * A box in which the agent writes a reply or an internal note. Each kind has a form, a draft and an action of its own,
 * so that a note can never be sent as a reply.
 */
export class AnswerBox {
  #form;
  #kind;
  #drafts;
  #ticketId = '';
  #isSending = false;

  /** `send(ticketId, {message, status, key})` sends the text. `onSent` and `onError` are called afterwards. */
  constructor(form, {kind, drafts, send, onDraft, onSent, onError}) {
    this.#form = form;
    this.#kind = kind;
    this.#drafts = drafts;
    form.addEventListener('input', () => {
      this.#drafts.set(this.#ticketId, kind, this.#draft());
      onDraft();
    });
    form.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    form.addEventListener('submit', event => {
      event.preventDefault();
      void this.#submit({send, onSent, onError});
    });
  }

  /** Shows the draft of a ticket. */
  open(ticketId) {
    if (this.#ticketId === ticketId) return;
    this.#ticketId = ticketId;
    this.#fill(this.#drafts.get(ticketId, this.#kind));
  }

  get status() {
    return this.#form.elements.status?.value ?? '';
  }

  /** The status that the draft of a ticket sets. */
  draftStatus(ticketId) {
    return this.#drafts.get(ticketId, this.#kind).status;
  }

  #draft() {
    return {text: this.#form.elements.message.value, status: this.status};
  }

  #fill({text, status = ''}) {
    const {message, status: select} = this.#form.elements;
    message.value = text;
    if (select) select.value = status;
  }

  async #submit({send, onSent, onError}) {
    const ticketId = this.#ticketId;
    const {text: message, status} = this.#draft();
    if (this.#isSending || message.trim() === '') return;
    // After a lost response, the same text keeps its key, also after a reload, so that it is not sent twice.
    const key = this.#drafts.get(ticketId, this.#kind).key ?? newKey();
    this.#drafts.set(ticketId, this.#kind, {text: message, status, key});
    this.#setSending(true);
    try {
      await send(ticketId, {message, key, ...(status && {status})});
      this.#drafts.delete(ticketId, this.#kind);
      if (ticketId === this.#ticketId) this.#fill({text: ''});
      await onSent(ticketId, status);
    } catch (error) {
      onError(error);
    } finally {
      this.#setSending(false);
    }
  }

  #setSending(isSending) {
    this.#isSending = isSending;
    this.#form.elements.message.readOnly = isSending;
    this.#form.toggleAttribute('data-sending', isSending);
  }
}
