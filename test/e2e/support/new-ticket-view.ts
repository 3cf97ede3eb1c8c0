import type {Locator, Page} from '@playwright/test';
import {t} from './translate.js';

export interface TicketInput {
  readonly subject: string;
  readonly description: string;
  readonly category?: string;
  readonly priority?: string;
}

/** The form, and the confirmation that replaces it. */
export class NewTicketView {
  constructor(readonly page: Page) {}

  get subject(): Locator {
    return this.page.getByRole('textbox', {name: t('form.subject')});
  }

  get description(): Locator {
    return this.page.getByRole('textbox', {name: t('form.description')});
  }

  get category(): Locator {
    return this.page.getByRole('combobox', {name: t('form.category')});
  }

  priority(name: string): Locator {
    return this.page.getByRole('radio', {name});
  }

  get createButton(): Locator {
    return this.page.getByRole('button', {name: t('form.create')});
  }

  get openButton(): Locator {
    return this.page.getByRole('button', {name: t('form.open')});
  }

  /** Fills in and submits the form. Resolves with the number of the new ticket. */
  async create({subject, description, category, priority}: TicketInput): Promise<string> {
    await this.subject.fill(subject);
    if (category) await this.category.selectOption({label: category});
    if (priority) await this.priority(priority).check();
    await this.description.fill(description);
    await this.createButton.click();
    return this.createdNumber();
  }

  /** Pastes a long text. `fill` would take Chromium longer for each line than for the one before. */
  async pasteDescription(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate(content => navigator.clipboard.writeText(content), text);
    await this.description.press('ControlOrMeta+V');
  }

  /** The ticket number in the confirmation. */
  async createdNumber(): Promise<string> {
    const heading = this.page.getByRole('heading', {name: /TKT-/});
    return /TKT-\S+/.exec(await heading.innerText())?.[0] ?? '';
  }

  /** The heading of the confirmation. */
  createdHeading(number: string): Locator {
    return this.page.getByRole('heading', {name: t('form.created', {number})});
  }

  /** The live region with this text. */
  announcement(text: string): Locator {
    return this.page.getByRole('status').filter({hasText: text});
  }

  async open(): Promise<void> {
    await this.openButton.click();
  }
}
