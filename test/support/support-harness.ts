import {seededTicketId, type BrowserDesk} from '../../demo/desk/browser.js';
import type {SupportElement} from '../../src/elements/support/support.js';
import {en} from '../../src/i18n/locales/en.js';
import {BannerHarness} from './banner-harness.js';
import {FormHarness} from './form-harness.js';
import {Harness} from './harness.js';
import {ListHarness} from './list-harness.js';
import {mount, type MountOptions} from './mount.js';
import {allByRole} from './roles.js';
import {ThreadHarness} from './thread-harness.js';

type View = 'list' | 'ticket' | 'form';

/** Where there is room for one pane, and where there is room for two. */
const widths = {narrow: '480px', wide: '1200px'} as const;

export interface SupportOptions extends MountOptions {
  readonly width?: keyof typeof widths;
}

export class SupportHarness extends Harness<SupportElement> {
  static async open(desk: BrowserDesk, {width = 'narrow', ...options}: SupportOptions = {}): Promise<SupportHarness> {
    const support = new SupportHarness(await mount('isp-support', desk, options));
    support.resize(width);
    return support;
  }

  resize(width: keyof typeof widths): void {
    this.element.parentElement!.style.width = widths[width];
  }

  get list(): ListHarness {
    return new ListHarness(this.#inner('isp-ticket-list'));
  }

  get thread(): ThreadHarness {
    return new ThreadHarness(this.#inner('isp-ticket-thread'));
  }

  get form(): FormHarness {
    return new FormHarness(this.#inner('isp-new-ticket'));
  }

  get banner(): BannerHarness {
    return new BannerHarness(this.#inner('isp-reply-banner'));
  }

  /** What is on the screen: one where it is narrow, the list and another where it is wide. */
  get views(): View[] {
    const tags = {'isp-ticket-list': 'list', 'isp-ticket-thread': 'ticket', 'isp-new-ticket': 'form'} as const;
    return Object.entries(tags)
      .filter(([tag]) => this.element.renderRoot.querySelector(tag)?.checkVisibility())
      .map(([, view]) => view);
  }

  /** Whether a view is there and shows what it was asked for. */
  async untilShown(view: View): Promise<void> {
    const isThere = {
      list: () => this.list.rows.length > 0,
      ticket: () => this.thread.messages.length > 0,
      form: () => this.form.subject,
    };
    await this.until(() => this.views.includes(view) && isThere[view]());
  }

  /** Opens a ticket by its row. */
  async open(subject: string): Promise<void> {
    this.list.opener(subject).click();
    await this.until(() => this.thread.heading.innerText === subject);
  }

  async openSeeded(slug: string): Promise<void> {
    const ticketId = seededTicketId(slug);
    this.element.ticketId = ticketId;
    await this.until(() => this.thread.element.ticketId === ticketId);
    await this.thread.element.updateComplete;
    await this.untilShown('ticket');
  }

  async newTicket(): Promise<void> {
    await this.list.press(en['list.new']);
    await this.untilShown('form');
  }

  async back(): Promise<void> {
    await this.press(en['thread.back']);
    await this.untilShown('list');
  }

  /** How many times something is said. */
  countOf(words: string): number {
    return this.wholeText.split(words).length - 1;
  }

  /** All that is on the screen, in the elements within as well. */
  get wholeText(): string {
    const texts = [this.text];
    for (const tag of ['isp-reply-banner', 'isp-ticket-list', 'isp-ticket-thread', 'isp-new-ticket']) {
      const inner = this.element.renderRoot.querySelector<HTMLElement>(tag);
      if (inner?.checkVisibility()) texts.push(inner.shadowRoot!.querySelector<HTMLElement>('.root')!.innerText);
    }
    return texts.join(' ').replace(/\s+/g, ' ');
  }

  get buttonCount(): number {
    return allByRole(this.element, 'button').length;
  }

  #inner<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
    const inner = this.element.renderRoot.querySelector(tag);
    if (!inner) throw new Error(`there is no ${tag}; there are: ${this.views.join()}`);
    return inner;
  }
}
