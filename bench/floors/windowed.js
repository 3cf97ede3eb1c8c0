import {VanillaView} from './vanilla-view.js';

const height = 100;
const around = 5;

/** The same, with no rows but those where somebody looks: of one height, for that is how it is done most simply. */
class WindowedView extends VanillaView {
  static css = `${super.css} li { position: absolute; box-sizing: border-box; width: 100%; height: ${height}px; overflow: hidden }
    ul { position: relative }`;
  drawn = new Map();

  connectedCallback() {
    super.connectedCallback();
    addEventListener('scroll', () => this.draw(), {passive: true});
  }

  show(items) {
    this.items = items;
    this.list.style.height = `${items.length * height}px`;
    this.draw();
  }

  add(item) {
    this.show(item.message ? [...this.items, item] : [item, ...this.items]);
  }

  change(item, index) {
    this.show(this.items.with(index, item));
  }

  draw() {
    const top = Math.max(0, -this.list.getBoundingClientRect().top);
    const first = Math.max(0, Math.floor(top / height) - around);
    const last = Math.min(this.items.length, first + Math.ceil(innerHeight / height) + 2 * around);
    const wanted = new Set(this.items.slice(first, last));
    for (const [item, row] of this.drawn) {
      if (wanted.has(item)) continue;
      row.remove();
      this.drawn.delete(item);
    }
    this.items.slice(first, last).forEach((item, index) => {
      const row = this.drawn.get(item) ?? this.row(item);
      row.style.top = `${(first + index) * height}px`;
      if (!this.drawn.has(item)) this.list.append(row);
      this.drawn.set(item, row);
    });
  }
}

customElements.define('floor-view', WindowedView);
