import type {Locator, Page} from 'playwright-core';
import {words} from './words.js';

/** The customer's tickets. */
export class ListView {
  constructor(readonly page: Page) {}

  get #list(): Locator {
    return this.page.getByRole('list', {name: words('list.heading')});
  }

  get rows(): Locator {
    return this.#list.getByRole('listitem');
  }

  /** The row with these words in it, such as a ticket's number. */
  row(text: string): Locator {
    return this.rows.filter({hasText: text});
  }

  /** The way to a ticket: a link where the page gives tickets an address, else a button. */
  ticket(subject: string): Locator {
    return this.#list.getByRole('link', {name: subject}).or(this.#list.getByRole('button', {name: subject}));
  }

  /** A row that stands so: with each of these words, such as its number and its status. */
  async shows(...texts: string[]): Promise<void> {
    let row = this.rows;
    for (const text of texts) row = row.filter({hasText: text});
    await row.waitFor();
  }

  get newTicket(): Locator {
    return this.page.getByRole('button', {name: words('list.new')});
  }

  get more(): Locator {
    return this.page.getByRole('button', {name: words('list.more')});
  }

  /** What a screen reader hears when a page has come. */
  announced(count: number): Locator {
    return this.page.getByRole('status').filter({hasText: words('list.loaded', {count})});
  }

  /** A ticket's row whose link has the focus. */
  focused(number: string): Locator {
    return this.row(number).locator(':focus');
  }

  /** Resolves once there are at least so many rows. */
  async reaches(count: number): Promise<void> {
    await this.rows.nth(count - 1).waitFor({state: 'attached'});
  }
}
