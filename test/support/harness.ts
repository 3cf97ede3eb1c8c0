import {expect, nextFrame} from '@open-wc/testing';

import type {TicketElement} from '../../src/elements/ticket-element.js';
import {queryAllByRole, getByRole, renderedTextOf} from './role-queries.js';

/** Operates an element as a user does, and reads what a user can see or hear. */
export class Harness<Tested extends TicketElement = TicketElement> {
  readonly element: Tested;

  constructor(element: Tested) {
    this.element = element;
  }

  /** Polls a condition until it holds. An error counts as not yet. Only the test’s own time limit ends the wait. */
  async waitUntil(condition: () => unknown): Promise<void> {
    for (;;) {
      await this.element.updateComplete;
      try {
        const result = condition();
        if (result !== false && result !== undefined && result !== null) return;
      } catch {
        // What the condition reads is not rendered yet.
      }
      await nextFrame();
    }
  }

  get text(): string {
    return renderedTextOf(this.element);
  }

  /** The text of the live region. */
  get lastAnnouncement(): string {
    return queryAllByRole(this.element, 'status')[0]?.textContent?.trim() ?? '';
  }

  button(name: string | RegExp): HTMLElement {
    return getByRole(this.element, 'button', name);
  }

  hasButton(name: string | RegExp): boolean {
    return queryAllByRole(this.element, 'button', name).length > 0;
  }

  async pressButton(name: string | RegExp): Promise<void> {
    this.button(name).click();
    await this.element.updateComplete;
  }

  /** Focuses a field, sets its value and fires `input`. */
  async typeInto(name: string | RegExp, text: string): Promise<void> {
    const field = getByRole(this.element, 'textbox', name) as HTMLInputElement;
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await this.element.updateComplete;
  }

  /** `document.activeElement`, through shadow roots. */
  get focusedElement(): Element | null {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused;
  }

  async expectAccessible(): Promise<void> {
    await expect(this.element).to.be.accessible();
  }
}
