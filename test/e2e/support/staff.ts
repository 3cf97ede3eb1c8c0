import type {Locator, Page} from '@playwright/test';

/** A member of the operator's staff at the staff page. */
export class Staff {
  constructor(readonly page: Page) {}

  async signIn(name: string): Promise<void> {
    await this.page.goto('/staff');
    await this.page.getByRole('button', {name: `Sign in as ${name}`}).click();
    await this.page.getByRole('heading', {name: 'Tickets', level: 1}).waitFor();
  }

  /** Finds a ticket by its number and opens it. */
  async openTicket(number: string): Promise<void> {
    await this.page.goto('/staff');
    await this.page.getByRole('searchbox', {name: 'Search'}).fill(number);
    await this.page.getByRole('button', {name: 'Apply'}).click();
    await this.page.getByRole('link', {name: number}).click();
    await this.page.getByRole('button', {name: 'Send reply'}).waitFor();
  }

  async note(text: string): Promise<void> {
    await this.page.getByRole('textbox', {name: /^Internal note/}).fill(text);
    await this.page.getByRole('button', {name: 'Add internal note'}).click();
    await this.#waitForConfirmation('The note is kept.');
  }

  async reply(text: string): Promise<void> {
    await this.page.getByRole('textbox', {name: 'Reply to the customer'}).fill(text);
    await this.page.getByRole('button', {name: 'Send reply'}).click();
    await this.#waitForConfirmation('The reply is sent.');
  }

  async setStatus(label: string): Promise<void> {
    await this.page.getByRole('combobox', {name: 'Status'}).selectOption({label});
    await this.page.getByRole('button', {name: 'Change status'}).click();
    await this.#waitForConfirmation('The status is changed.');
  }

  async status(): Promise<string> {
    const select = this.page.getByRole('combobox', {name: 'Status'});
    return select.getByRole('option', {selected: true}).innerText();
  }

  /** An entry of the thread in the staff page. */
  entry(text: string): Locator {
    return this.page.getByRole('list', {name: 'Thread'}).getByRole('listitem').filter({hasText: text});
  }

  async #waitForConfirmation(text: string): Promise<void> {
    await this.page.getByRole('status').filter({hasText: text}).waitFor();
  }
}
