import {read, styles, replyText, ticketText} from './rows.js';

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

/** A custom element without a library that renders one row for each item. */
export class VanillaView extends HTMLElement {
  static css = styles;

  set token(token) {
    this.currentToken = token;
    void this.refresh();
  }

  get token() {
    return this.currentToken;
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

  /** Adds an item to the end of a thread or the beginning of a list. */
  add(item) {
    this.list[item.message ? 'append' : 'prepend'](this.row(item));
  }

  /** Replaces an item that has changed. */
  change(item, index) {
    this.list.children[index].replaceWith(this.row(item));
  }

  row(item) {
    return rowOf(item.message ? replyText(item) : ticketText(item));
  }
}
