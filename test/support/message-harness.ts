import {getByRole, accessibleNameOf} from './role-queries.js';
import {visibleTextOf} from './text-content.js';

/** One message of a thread. */
export class MessageHarness {
  readonly element: HTMLElement;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  get author(): string {
    return this.element.querySelector('.author')?.textContent?.trim() ?? '';
  }

  /** The element that contains the text only. */
  get body(): HTMLElement {
    return this.element.querySelector<HTMLElement>('[part~=text]')!;
  }

  /** The text as it was typed, even if `content-visibility` skips the message. */
  get text(): string {
    return [...this.body.querySelectorAll('.block')].map(block => block.textContent?.replace(/\n$/, '')).join('\n');
  }

  /** Author and time, as a screen reader announces them. */
  get accessibleName(): string {
    return accessibleNameOf(this.element);
  }

  get time(): HTMLTimeElement {
    return this.element.querySelector('time')!;
  }

  get visibleTime(): string {
    return visibleTextOf(this.time);
  }

  /** The delivery status of an unsent message, or an empty string. */
  get deliveryState(): string {
    return this.element.querySelector('.unsent-status p, p.unsent-status')?.textContent?.trim() ?? '';
  }

  button(name: string | RegExp): HTMLElement {
    return getByRole(this.element, 'button', name);
  }
}
