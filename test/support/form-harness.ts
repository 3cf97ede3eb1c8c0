import type {BrowserDesk} from '../../demo/desk/browser.js';
import type {NewTicketElement} from '../../src/elements/new-ticket/new-ticket.js';
import {en} from '../../src/i18n/locales/en.js';
import {Harness} from './harness.js';
import {mount, type MountOptions} from './mount.js';
import {allByRole, byRole, descriptionOf, nameOf} from './roles.js';
import {heardText} from './texts.js';

const subject = en['form.subject'];
const description = en['form.description'];
const category = en['form.category'];

/** What a customer fills in, in the words of the form. */
export interface Filled {
  readonly subject?: string;
  readonly description?: string;
  readonly category?: string;
  readonly priority?: string;
}

export class FormHarness extends Harness<NewTicketElement> {
  static async open(desk: BrowserDesk, options?: MountOptions): Promise<FormHarness> {
    return new FormHarness(await mount('isp-new-ticket', desk, options));
  }

  get heading(): HTMLElement {
    return byRole(this.element, 'heading');
  }

  get subject(): HTMLInputElement {
    return byRole(this.element, 'textbox', subject) as HTMLInputElement;
  }

  get description(): HTMLTextAreaElement {
    return byRole(this.element, 'textbox', description) as HTMLTextAreaElement;
  }

  get category(): HTMLSelectElement {
    return byRole(this.element, 'combobox', category) as HTMLSelectElement;
  }

  get priorities(): HTMLInputElement[] {
    return allByRole(this.element, 'radio') as HTMLInputElement[];
  }

  get priorityGroup(): HTMLElement {
    return byRole(this.element, 'radiogroup', en['form.priority']);
  }

  get priority(): string {
    return this.priorities
      .filter(({checked}) => checked)
      .map(nameOf)
      .join();
  }

  /** All that is filled in, as the customer reads it. */
  get filled(): Required<Filled> {
    return {
      subject: this.subject.value,
      description: this.description.value,
      category: this.category.selectedOptions[0]?.textContent?.trim() ?? '',
      priority: this.priority,
    };
  }

  get categoryNames(): string[] {
    return [...this.category.options].map(({text}) => text);
  }

  async fill(words: Filled): Promise<void> {
    if (words.subject !== undefined) await this.type(subject, words.subject);
    if (words.description !== undefined) await this.type(description, words.description);
    if (words.category !== undefined) await this.choose(words.category);
    if (words.priority !== undefined) byRole(this.element, 'radio', words.priority).click();
    await this.element.updateComplete;
  }

  /** Presses Create. What comes of it has to be waited for. */
  create(): Promise<void> {
    return this.press(en['form.create']);
  }

  /** The words that belong to a control: its hint, and what is wrong with it. */
  wordsAt(control: HTMLElement): string {
    return descriptionOf(control);
  }

  isInvalid(control: HTMLElement): boolean {
    return control.getAttribute('aria-invalid') === 'true';
  }

  /** What stands above the fields when something is wrong. */
  get summary(): string {
    const summary = this.element.renderRoot.querySelector('.summary');
    return summary ? heardText(summary) : '';
  }

  /** What to include for the chosen category. */
  get guidance(): string {
    return heardText(this.guidanceBox);
  }

  get guidanceBox(): HTMLElement {
    return byRole(this.element, 'complementary', en['guidance.heading']);
  }

  /** The number of the ticket just opened; empty while there is the form. */
  get createdNumber(): string {
    return /TKT-\d{4}-\d+/.exec(this.heading.textContent ?? '')?.[0] ?? '';
  }

  untilCreated(): Promise<void> {
    return this.until(() => this.createdNumber !== '');
  }

  async choose(name: string): Promise<void> {
    const option = [...this.category.options].find(({text}) => text === name);
    if (!option) throw new Error(`no category ${name} among ${this.categoryNames.join(' | ')}`);
    this.category.value = option.value;
    this.category.dispatchEvent(new Event('change', {bubbles: true}));
    await this.element.updateComplete;
  }
}
