/**
 * Parts of the inner elements that the page can style through `<isp-support>`, under the same names:
 * `isp-support::part(row)`.
 */
export const exportedParts = {
  list:
    'header, heading, button, new, control, row, link, number, status, priority, last-reply, count, unsent, ' +
    'contacts, offline, notice',
  thread:
    'header, heading, number, turn, status, particulars, article, description, customer, operator, system, author, ' +
    'text, day, new-line, composer, composer-input, label, error, button, send, contacts, offline, notice, ' +
    'thread-bar, thread-ends',
  form: 'heading, field, label, hint, control, error, guidance, button, create, contacts, offline, notice',
  banner: 'title, link, button',
};
