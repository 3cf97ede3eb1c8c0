import {VanillaView} from './vanilla-view.js';

const height = 100;
const overscan = 5;

/**
 * The vanilla baseline with windowing: only rows near the viewport are in the document. All rows have the same height.
 */
class WindowedView extends VanillaView {
  static css = `${super.css}
    ul { position: relative }
    li { position: absolute; box-sizing: border-box; width: 100%; height: ${height}px; overflow: hidden }`;
  rendered = new Map();

  connectedCallback() {
    super.connectedCallback();
    addEventListener('scroll', () => this.render(), {passive: true});
  }

  show(items) {
    this.items = items;
    this.list.style.height = `${items.length * height}px`;
    this.render();
  }

  add(item) {
    this.show(item.message ? [...this.items, item] : [item, ...this.items]);
  }

  change(item, index) {
    this.show(this.items.with(index, item));
  }

  render() {
    const top = Math.max(0, -this.list.getBoundingClientRect().top);
    const first = Math.max(0, Math.floor(top / height) - overscan);
    const last = Math.min(this.items.length, first + Math.ceil(innerHeight / height) + 2 * overscan);
    const visibleItems = new Set(this.items.slice(first, last));
    for (const [item, row] of this.rendered) {
      if (visibleItems.has(item)) continue;
      row.remove();
      this.rendered.delete(item);
    }
    this.items.slice(first, last).forEach((item, index) => {
      const row = this.rendered.get(item) ?? this.row(item);
      row.style.top = `${(first + index) * height}px`;
      if (!this.rendered.has(item)) this.list.append(row);
      this.rendered.set(item, row);
    });
  }
}

customElements.define('baseline-view', WindowedView);
