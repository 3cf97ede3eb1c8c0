/** Bars of the page over both edges of the view, with room for them at the ends of the page. */
export class PageBars {
  /** What the page has above the elements. */
  readonly element = document.createElement('div');

  constructor(height: number) {
    for (const edge of ['top', 'bottom']) {
      const bar = document.createElement('nav');
      bar.style.cssText = `position: fixed; inset-inline: 0; ${edge}: 0; block-size: ${height}px; background: silver; z-index: 9`;
      this.element.append(bar);
    }
    document.body.prepend(this.element);
    document.body.style.paddingBlock = `${height}px`;
  }

  remove(): void {
    this.element.remove();
    document.body.style.paddingBlock = '';
  }
}
