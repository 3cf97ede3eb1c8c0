import {seededTicketId, type BrowserDesk} from '../../demo/desk/browser.js';
import type {TicketThreadElement} from '../../src/elements/ticket-thread/ticket-thread.js';
import {en} from '../../src/i18n/locales/en.js';
import {Harness} from './harness.js';
import {MessageHarness} from './message-harness.js';
import {mount, type MountOptions} from './mount.js';
import {queryAllByRole, getByRole, accessibleDescriptionOf, accessibleNameOf} from './role-queries.js';
import {accessibleTextOf} from './text-content.js';

export class ThreadHarness extends Harness<TicketThreadElement> {
  /** Opens a seeded ticket by its slug. An empty slug opens no ticket. */
  static async mount(desk: BrowserDesk, slug: string, options: MountOptions = {}): Promise<ThreadHarness> {
    const ticketId = slug && seededTicketId(slug);
    return new ThreadHarness(
      await mount('isp-ticket-thread', desk, {...options, properties: {ticketId, ...options.properties}}),
    );
  }

  /** The text that a screen reader reads, including messages that are not rendered yet. */
  override get text(): string {
    return accessibleTextOf(this.element.renderRoot.querySelector('.root')!);
  }

  /** The description and the replies, top to bottom. */
  get messages(): MessageHarness[] {
    return queryAllByRole(this.element, 'article').map(article => new MessageHarness(article));
  }

  get replies(): MessageHarness[] {
    return this.messages.slice(1);
  }

  get lastMessage(): MessageHarness {
    return this.messages.at(-1)!;
  }

  /** The only message that contains a text. */
  messageContaining(text: string): MessageHarness {
    const found = this.messages.filter(message => message.text.includes(text));
    if (found.length !== 1) throw new Error(`${found.length} messages contain: ${text}`);
    return found[0]!;
  }

  get heading(): HTMLElement {
    return getByRole(this.element, 'heading');
  }

  get ticketNumber(): string {
    return this.element.renderRoot.querySelector('.number bdi')?.textContent ?? '';
  }

  get buttonNames(): string[] {
    return queryAllByRole(this.element, 'button').map(accessibleNameOf);
  }

  /** The label of the status. */
  get status(): string {
    return this.element.renderRoot.querySelector('[part~=turn] [part~=status]')?.textContent?.trim() ?? '';
  }

  /** The sentence that says whose turn it is and what happens next. */
  get nextStep(): string {
    const [, sentence] = this.element.renderRoot.querySelector('[part~=turn]')?.children ?? [];
    return sentence?.textContent?.trim() ?? '';
  }

  get hasReplyBox(): boolean {
    return queryAllByRole(this.element, 'textbox').length > 0;
  }

  get replyBox(): HTMLTextAreaElement {
    return getByRole(this.element, 'textbox', en['composer.label']) as HTMLTextAreaElement;
  }

  /** The hint and the error message of the reply box. */
  get replyBoxDescription(): string {
    return accessibleDescriptionOf(this.replyBox);
  }

  typeReply(text: string): Promise<void> {
    return this.typeInto(en['composer.label'], text);
  }

  pressSend(): Promise<void> {
    return this.pressButton(en['composer.send']);
  }

  async sendReply(text: string): Promise<void> {
    await this.typeReply(text);
    await this.pressSend();
  }

  /** The first message below the “New” line. */
  get firstUnreadMessage(): MessageHarness | undefined {
    const line = this.element.renderRoot.querySelector('.new-line');
    return this.messages.find(message => line && message.element.parentElement === line.parentElement);
  }

  /** The dates between the replies. */
  get daySeparators(): string[] {
    return [...this.element.renderRoot.querySelectorAll('.day')].map(day => day.textContent ?? '');
  }

  /** Shows another ticket in the same element. */
  async showTicket(slug: string): Promise<void> {
    this.element.ticketId = slug && seededTicketId(slug);
    await this.element.updateComplete;
  }
}
