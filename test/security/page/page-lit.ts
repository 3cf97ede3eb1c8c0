// The portal's own copy of Lit, with an element of its own.
import {html, LitElement} from 'lit';

customElements.define(
  'page-lit',
  class extends LitElement {
    override render = () => html`<p>rendered by the Lit of the page</p>`;
  },
);
