import {expect, nextFrame} from '@open-wc/testing';

import type {TicketElement} from '../../src/elements/ticket-element.js';
import {allByRole, byRole, textOf} from './roles.js';

/** Drives an element as a person does, and reads it as a person does. */
export class Harness<Tested extends TicketElement = TicketElement> {
  readonly element: Tested;

  constructor(element: Tested) {
    this.element = element;
  }

  /** Resolves when the element shows what a condition asks for. The test's time limit is the only limit. */
  async until(isSo: () => unknown): Promise<void> {
    for (;;) {
      await this.element.updateComplete;
      try {
        const so = isSo();
        if (so !== false && so !== undefined && so !== null) return;
      } catch {
        // Not yet there to be looked at.
      }
      await nextFrame();
    }
  }

  get text(): string {
    return textOf(this.element);
  }

  /** What a screen reader was last told. */
  get announced(): string {
    return allByRole(this.element, 'status')[0]?.textContent?.trim() ?? '';
  }

  button(name: string | RegExp): HTMLElement {
    return byRole(this.element, 'button', name);
  }

  hasButton(name: string | RegExp): boolean {
    return allByRole(this.element, 'button', name).length > 0;
  }

  async press(name: string | RegExp): Promise<void> {
    this.button(name).click();
    await this.element.updateComplete;
  }

  /** Types into a field as a person does: it has the focus, and every change is told. */
  async type(name: string | RegExp, text: string): Promise<void> {
    const field = byRole(this.element, 'textbox', name) as HTMLInputElement;
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await this.element.updateComplete;
  }

  /** The element that has the focus, through shadow roots. */
  get focused(): Element | null {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused;
  }

  async isAccessible(): Promise<void> {
    await expect(this.element).to.be.accessible();
  }
}
