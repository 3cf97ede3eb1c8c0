import {read, styles, wordsOfReply, wordsOfTicket} from './rows.js';

function child(parent, name, text = '', className = '') {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  parent.append(element);
  return element;
}

function rowOf({title, meta, body}) {
  const row = document.createElement('li');
  child(row, 'b', title);
  const details = child(row, 'div', '', 'meta');
  for (const word of meta) child(details, 'span', word);
  if (body) child(row, 'p', body);
  return row;
}

/** One vanilla custom element: a row for each item, and no library. */
export class VanillaView extends HTMLElement {
  static css = styles;

  set token(token) {
    this.given = token;
    void this.refresh();
  }

  get token() {
    return this.given;
  }

  connectedCallback() {
    const root = this.attachShadow({mode: 'open'});
    child(root, 'style', this.constructor.css);
    this.list = child(root, 'ul');
    if (this.hasAttribute('ticket-id')) child(root, 'textarea');
  }

  async refresh() {
    this.show(await read(this));
  }

  show(items) {
    this.list.replaceChildren(...items.map(item => this.row(item)));
  }

  /** One more, at the end of a thread or at the beginning of a list. */
  add(item) {
    this.list[item.message ? 'append' : 'prepend'](this.row(item));
  }

  /** One that has changed. */
  change(item, index) {
    this.list.children[index].replaceWith(this.row(item));
  }

  row(item) {
    return rowOf(item.message ? wordsOfReply(item) : wordsOfTicket(item));
  }
}
