import {seededTicketId, type BrowserDesk} from '../../demo/desk/browser.js';
import type {SupportElement} from '../../src/elements/support/support.js';
import {en} from '../../src/i18n/locales/en.js';
import {BannerHarness} from './banner-harness.js';
import {FormHarness} from './form-harness.js';
import {Harness} from './harness.js';
import {ListHarness} from './list-harness.js';
import {mount, type MountOptions} from './mount.js';
import {queryAllByRole} from './role-queries.js';
import {ThreadHarness} from './thread-harness.js';

type View = 'list' | 'ticket' | 'form';

/** Wide enough for one pane, and for two. */
const widths = {narrow: '480px', wide: '1200px'} as const;

export interface SupportOptions extends MountOptions {
  readonly width?: keyof typeof widths;
}

export class SupportHarness extends Harness<SupportElement> {
  static async mount(desk: BrowserDesk, {width = 'narrow', ...options}: SupportOptions = {}): Promise<SupportHarness> {
    const support = new SupportHarness(await mount('isp-support', desk, options));
    support.resize(width);
    return support;
  }

  resize(width: keyof typeof widths): void {
    this.element.parentElement!.style.width = widths[width];
    // In WebKit, `checkVisibility()` does not update what depends on the width of a container.
    this.element.getBoundingClientRect();
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

  /** The visible views: one in a narrow container, the list and another one in a wide container. */
  get visibleViews(): View[] {
    const tags = {'isp-ticket-list': 'list', 'isp-ticket-thread': 'ticket', 'isp-new-ticket': 'form'} as const;
    return Object.entries(tags)
      .filter(([tag]) => this.element.renderRoot.querySelector(tag)?.checkVisibility())
      .map(([, view]) => view);
  }

  /** Waits until a view is visible and has loaded. */
  async waitUntilShown(view: View): Promise<void> {
    const hasLoaded = {
      list: () => this.list.rows.length > 0,
      ticket: () => this.thread.messages.length > 0,
      form: () => this.form.subjectInput,
    };
    await this.waitUntil(() => this.visibleViews.includes(view) && hasLoaded[view]());
  }

  /** Opens a ticket from the list. */
  async openTicket(subject: string): Promise<void> {
    this.list.ticketControl(subject).click();
    await this.waitUntil(() => this.thread.heading.innerText === subject);
  }

  async openSeededTicket(slug: string): Promise<void> {
    const ticketId = seededTicketId(slug);
    this.element.ticketId = ticketId;
    await this.waitUntil(() => this.thread.element.ticketId === ticketId);
    await this.thread.element.updateComplete;
    await this.waitUntilShown('ticket');
  }

  async openNewTicketForm(): Promise<void> {
    await this.list.pressButton(en['list.new']);
    await this.waitUntilShown('form');
  }

  async pressBack(): Promise<void> {
    await this.pressButton(en['thread.back']);
    await this.waitUntilShown('list');
  }

  /** How often a text occurs in `allText`. */
  countOccurrences(text: string): number {
    return this.allText.split(text).length - 1;
  }

  /** The rendered text, including the nested elements. */
  get allText(): string {
    const texts = [this.text];
    for (const tag of ['isp-reply-banner', 'isp-ticket-list', 'isp-ticket-thread', 'isp-new-ticket']) {
      const inner = this.element.renderRoot.querySelector<HTMLElement>(tag);
      if (inner?.checkVisibility()) texts.push(inner.shadowRoot!.querySelector<HTMLElement>('.root')!.innerText);
    }
    return texts.join(' ').replace(/\s+/g, ' ');
  }

  get buttonCount(): number {
    return queryAllByRole(this.element, 'button').length;
  }

  #inner<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
    const inner = this.element.renderRoot.querySelector(tag);
    if (!inner) throw new Error(`no ${tag}; visible: ${this.visibleViews.join()}`);
    return inner;
  }
}
