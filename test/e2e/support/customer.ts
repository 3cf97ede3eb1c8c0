import type {Locator, Page} from 'playwright-core';
import {ListView} from './list-view.js';
import {NewTicketView} from './new-ticket-view.js';
import {ThreadView} from './thread-view.js';
import type {Witness} from './witness.js';
import {words} from './words.js';

type MenuItem = 'Home' | 'Usage' | 'Billing' | 'Support';

/** A customer at the portal: what they see, and what they do. */
export class Customer {
  readonly list: ListView;
  readonly thread: ThreadView;
  readonly form: NewTicketView;

  constructor(
    readonly page: Page,
    readonly witness: Witness,
  ) {
    this.list = new ListView(page);
    this.thread = new ThreadView(page);
    this.form = new NewTicketView(page);
  }

  card(name: string): Locator {
    return this.page.getByRole('button', {name});
  }

  menuItem(name: MenuItem): Locator {
    return this.page.getByRole('navigation', {name: 'Portal'}).getByRole('link', {name: new RegExp(`^${name}`)});
  }

  async signIn(name: string): Promise<void> {
    await this.page.goto('/');
    await this.card(name).click();
    await this.page.waitForURL('**/customer');
  }

  async goTo(name: MenuItem): Promise<void> {
    // A page of its own each, also where the address stays the same.
    const arrival = this.page.waitForEvent('load');
    await this.menuItem(name).click();
    await arrival;
  }

  /** Opens the Support tab, and waits until the tickets are there. */
  async openSupport(): Promise<void> {
    await this.goTo('Support');
    await this.list.rows.first().waitFor();
  }

  async openTicket(ticketId: string): Promise<void> {
    await this.page.goto(`/customer/tickets?ticket=${encodeURIComponent(ticketId)}`);
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', {name: 'Sign out'}).click();
    await this.page.waitForURL(/\/$/);
  }

  /** How many unread replies there are, as it stands beside Support. None is not a number that is shown. */
  async unread(): Promise<number> {
    const name = await this.page.getByRole('link', {name: /^Support \d/}).innerText();
    return Number(/\d+/.exec(name)?.[0]);
  }

  async showsUnread(count: number): Promise<void> {
    await this.page.getByRole('link', {name: `Support ${count} unread replies`}).waitFor();
  }

  /** The banner's way to a ticket. */
  bannerLink(number: string, subject: string): Locator {
    return this.page.getByRole('link', {name: words('banner.readOf', {number, subject})});
  }

  /** All that the person who sits here could find in this page. */
  async everythingShown(): Promise<string> {
    const {markup = ''} = await this.page.evaluate<Record<string, string>>('readWholePage()');
    return markup;
  }

  /** All that the portal has sent to this browser. */
  async everythingSent(): Promise<string> {
    return (await this.witness.answers()).map(({text}) => text).join('\n');
  }
}
