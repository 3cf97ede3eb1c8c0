import type {Locator, Page} from '@playwright/test';
import {t} from './translate.js';

/** The list of the customer's tickets. */
export class ListView {
  constructor(readonly page: Page) {}

  get #list(): Locator {
    return this.page.getByRole('list', {name: t('list.heading')});
  }

  get rows(): Locator {
    return this.#list.getByRole('listitem');
  }

  /** The row with all of these texts, such as a ticket's number and its status. */
  row(...texts: string[]): Locator {
    return texts.reduce((rows, text) => rows.filter({hasText: text}), this.rows);
  }

  /** The link that opens a ticket, or the button if the page gives tickets no address. */
  ticket(subject: string): Locator {
    return this.#list.getByRole('link', {name: subject}).or(this.#list.getByRole('button', {name: subject}));
  }

  get newTicket(): Locator {
    return this.page.getByRole('button', {name: t('list.new')});
  }

  get more(): Locator {
    return this.page.getByRole('button', {name: t('list.more')});
  }

  /** The live region's announcement after a page of tickets has loaded. */
  loadedAnnouncement(count: number): Locator {
    return this.page.getByRole('status').filter({hasText: t('list.loaded', {count})});
  }

  /** The focused link in the row with this text. */
  focusedLink(text: string): Locator {
    return this.row(text).locator(':focus');
  }
}
