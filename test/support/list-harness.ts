import type {TicketListElement} from '../../src/elements/ticket-list/ticket-list.js';
import type {BrowserDesk} from '../../demo/desk/browser.js';
import {Harness} from './harness.js';
import {mount, type MountOptions} from './mount.js';
import {allByRole, byRole} from './roles.js';
import {heardText, seenText} from './texts.js';

export class ListHarness extends Harness<TicketListElement> {
  static async open(desk: BrowserDesk, options?: MountOptions): Promise<ListHarness> {
    return new ListHarness(await mount('isp-ticket-list', desk, options));
  }

  /** The tickets that the server knows. */
  get rows(): HTMLElement[] {
    return allByRole(this.element, 'listitem').filter(item => !isUnsent(item));
  }

  /** The tickets that the server does not have yet. */
  get unsent(): HTMLElement[] {
    return allByRole(this.element, 'listitem').filter(isUnsent);
  }

  /** The subjects, from top to bottom. */
  get subjects(): string[] {
    return this.rows.map(row => openerOf(row)?.textContent?.trim() ?? '');
  }

  /** Everything that one row says to somebody who listens. */
  row(subject: string): string {
    return heardText(this.rowOf(subject));
  }

  /** Everything that one row shows to somebody who looks. */
  seenRow(subject: string): string {
    return seenText(this.rowOf(subject));
  }

  rowOf(subject: string): HTMLElement {
    const row = this.rows.find(each => openerOf(each)?.textContent?.includes(subject));
    if (!row) throw new Error(`no row ${subject} among ${this.subjects.join(' | ')}`);
    return row;
  }

  /** What opens a ticket: a link where it has an address, else a button. */
  opener(subject: string): HTMLElement {
    const opener = openerOf(this.rowOf(subject));
    if (!opener) throw new Error(`nothing opens ${subject}`);
    return opener;
  }

  /** When the last reply came, in the row's words. */
  timeOf(subject: string): HTMLTimeElement {
    return this.rowOf(subject).querySelector('time')!;
  }

  get heading(): HTMLElement {
    return byRole(this.element, 'heading');
  }

  /** Whether assistive technology is told that the rows are being read again. */
  get isRefreshing(): boolean {
    return allByRole(this.element, 'list').some(list => list.closest('[aria-busy="true"]'));
  }

  /** Clicks a point of a row, from 0 to 1 in each direction, as a finger does: on whatever lies there. */
  touch(subject: string, x: number, y: number): void {
    const row = this.rowOf(subject);
    row.scrollIntoView({block: 'center'});
    const {left, top, width, height} = row.getBoundingClientRect();
    const inset = 2;
    const at = [left + inset + x * (width - 2 * inset), top + inset + y * (height - 2 * inset)] as const;
    (this.element.shadowRoot?.elementFromPoint(...at) as HTMLElement | null)?.click();
  }
}

const openerOf = (row: Element): HTMLElement | undefined => allByRole(row, 'button')[0] ?? allByRole(row, 'link')[0];

const isUnsent = (item: HTMLElement): boolean => item.part.contains('unsent');
