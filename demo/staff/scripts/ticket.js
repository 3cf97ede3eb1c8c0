import {addNote, changeStatus, readTicket, sendReply} from './desk.js';
import {fillStatuses, statusLabel} from './status.js';
import {showThread} from './thread.js';

export async function showTicket(view, query, tell) {
  const id = query.get('ticket');
  const done = view.querySelector('[data-done]');
  let busy = false;
  const refresh = async () => fill(view, await readTicket(id));

  const onSubmit = (form, confirmation, act) =>
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      tell();
      done.textContent = '';
      try {
        await act(form.elements);
        form.reset();
        await refresh();
        done.textContent = confirmation;
      } catch (error) {
        tell(error);
      } finally {
        busy = false;
      }
    });

  onSubmit(view.querySelector('[data-reply-form]'), 'The reply is sent.', ({message}) => sendReply(id, message.value));
  onSubmit(view.querySelector('[data-note-form]'), 'The note is kept.', ({message}) => addNote(id, message.value));
  onSubmit(view.querySelector('[data-status-form]'), 'The status is changed.', ({status, other}) =>
    changeStatus(id, status.value || other.value.trim()),
  );
  offerOtherWord(view.querySelector('[data-status-form]'));
  await refresh();
}

function fill(view, ticket) {
  const facts = [ticket.ticket_number, ticket.customer.name, ticket.category, priorityText(ticket.priority)];
  document.title = `${ticket.ticket_number} – Support desk`;
  view.querySelector('[data-subject]').textContent = ticket.subject;
  view.querySelector('[data-about]').textContent = [...facts, statusLabel(ticket.status)].filter(Boolean).join(' · ');
  fillStatuses(view.querySelector('#status'), ticket.status);
  view.querySelector('[data-other-status]').hidden = true;
  showThread(view.querySelector('[data-thread]'), ticket);
}

const priorityText = priority => priority && `${priority} priority`;

function offerOtherWord(form) {
  const {status, other} = form.elements;
  status.addEventListener('change', () => {
    const wanted = status.value === '';
    other.closest('[data-other-status]').hidden = !wanted;
    other.required = wanted;
    if (wanted) other.focus();
  });
}
