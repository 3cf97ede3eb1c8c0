import {byRole, nameOf} from './roles.js';
import {seenText} from './texts.js';

/** One message of a thread, read as a person reads it. */
export class MessageHarness {
  readonly element: HTMLElement;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  get author(): string {
    return this.element.querySelector('.author')?.textContent?.trim() ?? '';
  }

  /** The box of the words alone. */
  get body(): HTMLElement {
    return this.element.querySelector<HTMLElement>('[part~=text]')!;
  }

  /** The words as they were typed. A message that is not drawn yet, far down, is read as well. */
  get words(): string {
    return [...this.body.children].map(block => block.textContent).join('\n');
  }

  /** What a screen reader calls the message: who, and when. */
  get spoken(): string {
    return nameOf(this.element);
  }

  get time(): HTMLTimeElement {
    return this.element.querySelector('time')!;
  }

  /** The time as it stands there for the eye. */
  get seenTime(): string {
    return seenText(this.time);
  }

  /** Where it is, while the server does not have it. */
  get state(): string {
    return this.element.querySelector('.article-state p, p.article-state')?.textContent?.trim() ?? '';
  }

  button(name: string | RegExp): HTMLElement {
    return byRole(this.element, 'button', name);
  }
}
