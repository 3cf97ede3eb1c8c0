import {AnswerBox} from './answer.js';
import {addNote, changeStatus, readTicket, sendReply} from './desk.js';
import {element} from './element.js';
import {fillReplyStatuses, fillStatuses, lastWriter, sendLabel, statusLabel, turn} from './status.js';
import {nameOf, showThread} from './thread.js';
import {time} from './time.js';

/** The distance from the end, in pixels, within which the end of the thread stays in view. */
const nearEnd = 120;

/** One ticket: its conversation, its status, and the boxes for a reply and an internal note. */
export class TicketView {
  #view;
  #agent;
  #tell;
  #onChange;
  #id;
  #ticket;
  #reply;
  #note;

  /** `onChange` is called after the agent has changed the ticket or a draft. */
  constructor(view, {agent, drafts, tell, onChange}) {
    this.#view = view;
    this.#agent = agent;
    this.#tell = tell;
    this.#onChange = onChange;
    const shared = {drafts, onDraft: () => onChange({isDraft: true}), onError: tell.problem};
    this.#reply = new AnswerBox(this.#find('reply-form'), {
      ...shared,
      kind: 'reply',
      send: sendReply,
      onSent: (_, status) =>
        this.#confirm(status ? `The reply is sent. Status: ${statusLabel(status)}.` : 'The reply is sent.'),
    });
    this.#note = new AnswerBox(this.#find('note-form'), {
      ...shared,
      kind: 'note',
      send: addNote,
      onSent: () => this.#confirm('The note is kept.'),
    });
    this.#connectStatus(this.#find('status-form'));
    this.#find('reply-form').addEventListener('change', () => this.#labelSend());
    this.#find('write').addEventListener('click', event => {
      event.preventDefault();
      this.#find('reply-form').elements.message.focus();
    });
    this.#find('show-newer').addEventListener('click', () => this.#showEnd());
    for (const scroller of [this.#find('conversation'), document]) {
      scroller.addEventListener('scroll', () => this.#isNearEnd() && this.#hideNewer(), {passive: true});
    }
  }

  get id() {
    return this.#id;
  }

  /** Opens a ticket, or none. */
  async open(id) {
    this.#id = id;
    this.#ticket = undefined;
    if (!id) return this.#setHidden(true);
    await this.refresh();
    if (id !== this.#id) return;
    this.#setHidden(false);
    this.#find('subject').focus({preventScroll: true});
    this.#showEnd();
  }

  /** Reads the ticket again, and shows what has changed. */
  async refresh() {
    const id = this.#id;
    if (!id) return;
    const ticket = await readTicket(id);
    if (id !== this.#id || ticket === this.#ticket) return;
    const wasNearEnd = this.#isNearEnd();
    const previous = this.#ticket;
    this.#ticket = ticket;
    this.#fillHead(ticket, previous);
    const keepInPlace = this.#writingPosition();
    const entries = showThread(this.#find('thread'), ticket);
    const isWriting = keepInPlace();
    this.#announce(entries, {wasNearEnd, isWriting});
  }

  /**
   * Returns a function that puts the box in which the agent is writing back to its place, and returns whether there is
   * one: on a phone, a new message above the box would push it down.
   */
  #writingPosition() {
    const box = this.#view.querySelector('.answers textarea:focus');
    if (!box || this.#scroller() !== document.scrollingElement) return () => false;
    const {top} = box.getBoundingClientRect();
    return () => {
      scrollBy(0, box.getBoundingClientRect().top - top);
      return true;
    };
  }

  #fillHead(ticket, previous) {
    const {ticket_number, customer, category, priority, created_at, status} = ticket;
    document.title = `${ticket_number} – Support desk`;
    this.#find('subject').textContent = ticket.subject;
    const facts = [ticket_number, customer.name, category, priority && `${priority} priority`].filter(Boolean);
    this.#find('facts').replaceChildren(
      turn(ticket),
      ' ',
      lastWriter(ticket, this.#agent),
      element('span', {className: 'muted'}, facts.join(' · '), ' · opened ', time(created_at)),
    );
    this.#find('reply-hint').textContent = `${customer.name} reads this.`;
    if (status !== previous?.status) {
      fillStatuses(this.#find('status-form').elements.status, status);
      this.#find('other-status').hidden = true;
      const chosen = previous ? this.#reply.status : this.#reply.draftStatus(ticket.id);
      fillReplyStatuses(this.#find('reply-form').elements.status, status, chosen);
    }
    this.#reply.open(ticket.id);
    this.#note.open(ticket.id);
    this.#labelSend();
  }

  /** Says which messages have arrived while the ticket was open, and shows them if its end was in view. */
  #announce(entries, {wasNearEnd, isWriting}) {
    const ids = new Set(entries.map(({dataset}) => dataset.id));
    const arrived = this.#ticket.replies.filter(({id, author}) => ids.has(id) && author.name !== this.#agent);
    if (entries.length === 0) return;
    const newest = arrived.at(-1);
    if (newest) {
      const kind = newest.is_internal ? 'internal note' : 'message';
      const text = `New ${kind} from ${nameOf(newest.author, this.#ticket)}`;
      for (const {id} of arrived) this.#entry(id).classList.add('new');
      this.#tell.announce(text);
      this.#find('show-newer').textContent = `${text} ↓`;
      this.#find('newer').hidden = wasNearEnd;
    }
    if (!newest || (wasNearEnd && !isWriting)) this.#showEnd();
  }

  #entry(id) {
    return this.#find('thread').querySelector(`[data-id="${CSS.escape(id)}"]`);
  }

  #labelSend() {
    this.#find('reply-form').querySelector('button').textContent = sendLabel(this.#reply.status);
  }

  #connectStatus(form) {
    const {status, other} = form.elements;
    status.addEventListener('change', () => {
      const wanted = status.value === '';
      other.closest('[data-other-status]').hidden = !wanted;
      other.required = wanted;
      if (wanted) other.focus();
    });
    form.addEventListener('submit', event => {
      event.preventDefault();
      changeStatus(this.#id, status.value || other.value.trim())
        .then(() => this.#confirm('The status is changed.'))
        .catch(this.#tell.problem);
    });
  }

  async #confirm(text) {
    this.#tell.problem();
    await this.#onChange({isDraft: false});
    this.#tell.done(text);
  }

  /** The scroller of the conversation: a pane beside the list, or the page. */
  #scroller() {
    const pane = this.#find('conversation');
    return pane.scrollHeight > pane.clientHeight + 1 ? pane : document.scrollingElement;
  }

  #isNearEnd() {
    const {bottom} = this.#find('thread').getBoundingClientRect();
    const pane = this.#find('conversation');
    const edge = this.#scroller() === pane ? pane.getBoundingClientRect().bottom : innerHeight;
    return bottom - edge < nearEnd;
  }

  /** Shows the newest message from its beginning, or all of the end if it fits. */
  #showEnd() {
    this.#hideNewer();
    const scroller = this.#scroller();
    const last = this.#find('thread').lastElementChild;
    const top = scroller === document.scrollingElement ? this.#view.querySelector('.ways').offsetHeight : 0;
    last.style.scrollMarginTop = `${top + 12}px`;
    if (scroller === document.scrollingElement || last.offsetHeight > scroller.clientHeight) last.scrollIntoView();
    else scroller.scrollTop = scroller.scrollHeight;
  }

  #hideNewer() {
    this.#find('newer').hidden = true;
  }

  #setHidden(isHidden) {
    this.#view.hidden = isHidden;
  }

  #find(name) {
    return this.#view.querySelector(`[data-${name}]`);
  }
}
