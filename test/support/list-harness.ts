import type {TicketListElement} from '../../src/elements/ticket-list/ticket-list.js';
import type {BrowserDesk} from '../../demo/desk/browser.js';
import {en} from '../../src/i18n/locales/en.js';
import {Harness} from './harness.js';
import {mount, type MountOptions} from './mount.js';
import {queryAllByRole, getByRole} from './role-queries.js';
import {accessibleTextOf, visibleTextOf} from './text-content.js';

export class ListHarness extends Harness<TicketListElement> {
  static async mount(desk: BrowserDesk, options?: MountOptions): Promise<ListHarness> {
    return new ListHarness(await mount('isp-ticket-list', desk, options));
  }

  /** The rows of tickets that are on the server. */
  get rows(): HTMLElement[] {
    return queryAllByRole(this.element, 'listitem').filter(item => !isUnsent(item));
  }

  /** The rows of tickets that were not sent yet. */
  get unsentRows(): HTMLElement[] {
    return queryAllByRole(this.element, 'listitem').filter(isUnsent);
  }

  /** The subjects of `rows`, top to bottom. */
  get subjects(): string[] {
    return this.rows.map(row => ticketControlOf(row)?.textContent?.trim() ?? '');
  }

  /** The text of a row as a screen reader reads it. */
  rowText(subject: string): string {
    return accessibleTextOf(this.row(subject));
  }

  /** The text of a row that is visible. */
  visibleRowText(subject: string): string {
    return visibleTextOf(this.row(subject));
  }

  row(subject: string): HTMLElement {
    const row = this.rows.find(each => ticketControlOf(each)?.textContent?.includes(subject));
    if (!row) throw new Error(`no row ${subject} among ${this.subjects.join(' | ')}`);
    return row;
  }

  /** The link that opens a ticket, or the button if tickets have no URL. */
  ticketControl(subject: string): HTMLElement {
    const control = ticketControlOf(this.row(subject));
    if (!control) throw new Error(`no button or link in the row ${subject}`);
    return control;
  }

  /** The time of the last reply, or of the ticket’s creation. */
  timeElement(subject: string): HTMLTimeElement {
    return this.row(subject).querySelector('time')!;
  }

  /** The date of the last reply as a screen reader reads it. */
  lastReplyDate(subject: string): string {
    return accessibleTextOf(this.timeElement(subject)).replace(/^.* replied /, '');
  }

  get heading(): HTMLElement {
    return getByRole(this.element, 'heading');
  }

  /** Whether the list is marked as busy. */
  get isRefreshing(): boolean {
    return queryAllByRole(this.element, 'list').some(list => list.closest('[aria-busy="true"]'));
  }

  /** The search field; undefined if there are too few tickets to need one. */
  get searchField(): HTMLInputElement | undefined {
    return queryAllByRole(this.element, 'searchbox', en['list.search'])[0] as HTMLInputElement | undefined;
  }

  /** The label of the status button that is pressed. */
  get shownStatus(): string | undefined {
    const pressed = queryAllByRole(this.element, 'button').find(each => each.getAttribute('aria-pressed') === 'true');
    return pressed?.textContent?.trim();
  }

  /** Types a text into the search field, letter by letter. */
  async search(text: string): Promise<void> {
    const field = this.searchField!;
    field.focus();
    for (let length = 1; length <= text.length; length++) {
      field.value = text.slice(0, length);
      field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      await this.element.updateComplete;
    }
  }

  /** Clicks whatever is at a point of a row. `x` and `y` range from 0 to 1. */
  tapRow(subject: string, x: number, y: number): void {
    const row = this.row(subject);
    row.scrollIntoView({block: 'center'});
    const {left, top, width, height} = row.getBoundingClientRect();
    const inset = 2;
    const point = [left + inset + x * (width - 2 * inset), top + inset + y * (height - 2 * inset)] as const;
    (this.element.shadowRoot?.elementFromPoint(...point) as HTMLElement | null)?.click();
  }
}

const ticketControlOf = (row: Element): HTMLElement | undefined =>
  queryAllByRole(row, 'button')[0] ?? queryAllByRole(row, 'link')[0];

const isUnsent = (item: HTMLElement): boolean => item.part.contains('unsent');
