import {seededTicketId, type BrowserDesk} from '../../demo/desk/browser.js';
import type {TicketThreadElement} from '../../src/elements/ticket-thread/ticket-thread.js';
import {en} from '../../src/i18n/locales/en.js';
import {Harness} from './harness.js';
import {MessageHarness} from './message-harness.js';
import {mount, type MountOptions} from './mount.js';
import {allByRole, byRole, descriptionOf, nameOf} from './roles.js';
import {heardText} from './texts.js';

export class ThreadHarness extends Harness<TicketThreadElement> {
  /** Opens a ticket of the desk's seed, by its slug; the empty one is no ticket. */
  static async open(desk: BrowserDesk, slug: string, options: MountOptions = {}): Promise<ThreadHarness> {
    const ticketId = slug && seededTicketId(slug);
    return new ThreadHarness(await mount('isp-ticket-thread', desk, {...options, with: {ticketId, ...options.with}}));
  }

  /** Everything that is said. A message that is not drawn yet, far down, is read as well. */
  override get text(): string {
    return heardText(this.element.renderRoot.querySelector('.root')!);
  }

  /** The description, and then the replies, from top to bottom. */
  get messages(): MessageHarness[] {
    return allByRole(this.element, 'article').map(article => new MessageHarness(article));
  }

  get replies(): MessageHarness[] {
    return this.messages.slice(1);
  }

  get last(): MessageHarness {
    return this.messages.at(-1)!;
  }

  /** The one message with these words in it. */
  message(words: string): MessageHarness {
    const found = this.messages.filter(message => message.words.includes(words));
    if (found.length !== 1) throw new Error(`${found.length} messages say: ${words}`);
    return found[0]!;
  }

  get heading(): HTMLElement {
    return byRole(this.element, 'heading');
  }

  /** The ticket's number. */
  get number(): string {
    return this.element.renderRoot.querySelector('.number bdi')?.textContent ?? '';
  }

  get buttonNames(): string[] {
    return allByRole(this.element, 'button').map(nameOf);
  }

  /** The status, in its word. */
  get status(): string {
    return this.element.renderRoot.querySelector('[part~=turn] [part~=status]')?.textContent?.trim() ?? '';
  }

  /** Whose turn it is, and what happens next. */
  get turn(): string {
    const [, sentence] = this.element.renderRoot.querySelector('[part~=turn]')?.children ?? [];
    return sentence?.textContent?.trim() ?? '';
  }

  get hasBox(): boolean {
    return allByRole(this.element, 'textbox').length > 0;
  }

  /** The reply box. */
  get box(): HTMLTextAreaElement {
    return byRole(this.element, 'textbox', en['composer.label']) as HTMLTextAreaElement;
  }

  /** What is said of the box: what sending will do, and what is wrong. */
  get boxHint(): string {
    return descriptionOf(this.box);
  }

  write(text: string): Promise<void> {
    return this.type(en['composer.label'], text);
  }

  send(): Promise<void> {
    return this.press(en['composer.send']);
  }

  async reply(text: string): Promise<void> {
    await this.write(text);
    await this.send();
  }

  /** The first message below the line that says where unread ones begin. */
  get firstBelowNewLine(): MessageHarness | undefined {
    const line = this.element.renderRoot.querySelector('.new-line');
    return this.messages.find(message => line && message.element.parentElement === line.parentElement);
  }

  /** The days that stand between the replies. */
  get dayLines(): string[] {
    return [...this.element.renderRoot.querySelectorAll('.day')].map(day => day.textContent ?? '');
  }

  /** Shows another ticket in the same element. */
  async show(slug: string): Promise<void> {
    this.element.ticketId = slug && seededTicketId(slug);
    await this.element.updateComplete;
  }
}
