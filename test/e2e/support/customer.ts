import type {Locator, Page} from '@playwright/test';
import {ListView} from './list-view.js';
import {NewTicketView} from './new-ticket-view.js';
import {ThreadView} from './thread-view.js';
import type {PageMonitor} from './page-monitor.js';
import {t} from './translate.js';

type MenuItem = 'Home' | 'Usage' | 'Billing' | 'Support';

/** A customer at the portal: what they see and what they do. */
export class Customer {
  readonly list: ListView;
  readonly thread: ThreadView;
  readonly form: NewTicketView;

  constructor(
    readonly page: Page,
    readonly monitor: PageMonitor,
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
    // Each is a page of its own, even if the address stays the same.
    const arrival = this.page.waitForEvent('load');
    await this.menuItem(name).click();
    await arrival;
  }

  /** Opens the Support tab and waits for the tickets. */
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

  /** The number of unread replies beside Support. The portal shows none if there are no unread replies. */
  async unread(): Promise<number> {
    const name = await this.page.getByRole('link', {name: /^Support \d/}).innerText();
    return Number(/\d+/.exec(name)?.[0]);
  }

  /** The link to Support while there are this many unread replies. */
  unreadLink(count: number): Locator {
    return this.page.getByRole('link', {name: `Support ${count} unread replies`});
  }

  /** The banner's link to a ticket. */
  bannerLink(number: string, subject: string): Locator {
    return this.page.getByRole('link', {name: t('banner.readOf', {number, subject})});
  }

  /** The markup of this page, with that in shadow roots. */
  async pageMarkup(): Promise<string> {
    const {markup = ''} = await this.page.evaluate<Record<string, string>>('readWholePage()');
    return markup;
  }

  /** The bodies of all responses that this browser received. */
  async receivedBodies(): Promise<string> {
    return (await this.monitor.responses()).map(({body}) => body).join('\n');
  }
}
