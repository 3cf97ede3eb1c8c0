import type {Locator, Page} from '@playwright/test';

/** A member of the operator's staff at the staff page. */
export class Staff {
  constructor(readonly page: Page) {}

  get replyBox(): Locator {
    return this.page.getByRole('textbox', {name: 'Reply to the customer'});
  }

  get noteBox(): Locator {
    return this.page.getByRole('textbox', {name: 'Internal note'});
  }

  /** A row of the list, by the number or the subject of its ticket. */
  row(text: string): Locator {
    return this.page
      .getByRole('list', {name: /^Tickets/})
      .getByRole('listitem')
      .filter({hasText: text});
  }

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
    await this.noteBox.fill(text);
    await this.page.getByRole('button', {name: 'Add internal note'}).click();
    await this.#waitForConfirmation('The note is kept.');
  }

  async reply(text: string): Promise<void> {
    await this.replyBox.fill(text);
    await this.page.getByRole('button', {name: 'Send reply'}).click();
    await this.#waitForConfirmation('The reply is sent.');
  }

  /** Sends a reply that sets the status. */
  async replyAndSet(text: string, label: string): Promise<void> {
    await this.replyBox.fill(text);
    await this.page.getByRole('combobox', {name: 'Then set'}).selectOption({label});
    await this.page.getByRole('button', {name: /^Send and /}).click();
    await this.#waitForConfirmation(`The reply is sent. Status: ${label}.`);
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
