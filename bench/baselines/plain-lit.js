import {css, html, LitElement, nothing, unsafeCSS} from 'lit';
import {repeat} from 'lit/directives/repeat.js';

import {read, styles, replyText, ticketText} from './rows.js';

/** The same view in Lit, written as in Lit's documentation. */
class PlainLitView extends LitElement {
  static properties = {token: {attribute: false}, items: {state: true}};
  static styles = css`
    ${unsafeCSS(styles)}
  `;

  updated(changed) {
    if (changed.has('token')) void this.refresh();
  }

  async refresh() {
    this.items = await read(this);
  }

  add(item) {
    this.items = item.message ? [...this.items, item] : [item, ...this.items];
  }

  change(item, index) {
    this.items = this.items.with(index, item);
  }

  render() {
    return html`<ul>
        ${repeat(
          this.items ?? [],
          item => item.id,
          item => this.row(item.message ? replyText(item) : ticketText(item)),
        )}
      </ul>
      ${this.hasAttribute('ticket-id') ? html`<textarea></textarea>` : nothing}`;
  }

  row({title, meta, body}) {
    return html`<li>
      <b>${title}</b>
      <div class="meta">${meta.map(word => html`<span>${word}</span>`)}</div>
      ${body ? html`<p>${body}</p>` : nothing}
    </li>`;
  }
}

customElements.define('baseline-view', PlainLitView);
