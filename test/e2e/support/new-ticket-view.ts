import type {Locator, Page} from 'playwright-core';
import {words} from './words.js';

export interface Written {
  readonly subject: string;
  readonly description: string;
  readonly category?: string;
  readonly priority?: string;
}

/** The form, and what stands in its place once the ticket is open. */
export class NewTicketView {
  constructor(readonly page: Page) {}

  get subject(): Locator {
    return this.page.getByRole('textbox', {name: words('form.subject')});
  }

  get description(): Locator {
    return this.page.getByRole('textbox', {name: words('form.description')});
  }

  get category(): Locator {
    return this.page.getByRole('combobox', {name: words('form.category')});
  }

  priority(name: string): Locator {
    return this.page.getByRole('radio', {name});
  }

  get createButton(): Locator {
    return this.page.getByRole('button', {name: words('form.create')});
  }

  get openButton(): Locator {
    return this.page.getByRole('button', {name: words('form.open')});
  }

  async create({subject, description, category, priority}: Written): Promise<string> {
    await this.subject.fill(subject);
    if (category) await this.category.selectOption({label: category});
    if (priority) await this.priority(priority).check();
    await this.description.fill(description);
    await this.createButton.click();
    return this.createdNumber();
  }

  /** Puts in a long text as a person does. Typed at once, each of its lines would cost Chromium more than the one before. */
  async pasteDescription(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate(words => navigator.clipboard.writeText(words), text);
    await this.description.press('ControlOrMeta+V');
  }

  /** The number of the ticket that was opened just now, as the customer reads it. */
  async createdNumber(): Promise<string> {
    const heading = this.page.getByRole('heading', {name: /TKT-/});
    return /TKT-\S+/.exec(await heading.innerText())?.[0] ?? '';
  }

  /** What stands above the ticket that was opened just now. */
  heading(number: string): Locator {
    return this.page.getByRole('heading', {name: words('form.created', {number})});
  }

  /** What a screen reader hears. */
  said(text: string): Locator {
    return this.page.getByRole('status').filter({hasText: text});
  }

  async open(): Promise<void> {
    await this.openButton.click();
  }
}
