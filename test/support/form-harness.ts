import type {BrowserDesk} from '../../demo/desk/browser.js';
import type {NewTicketElement} from '../../src/elements/new-ticket/new-ticket.js';
import {en} from '../../src/i18n/locales/en.js';
import {Harness} from './harness.js';
import {mount, type MountOptions} from './mount.js';
import {queryAllByRole, getByRole, accessibleDescriptionOf, accessibleNameOf} from './role-queries.js';
import {accessibleTextOf} from './text-content.js';

const subject = en['form.subject'];
const description = en['form.description'];
const category = en['form.category'];

/** Values of the fields, as the customer reads them. */
export interface FormValues {
  readonly subject?: string;
  readonly description?: string;
  readonly category?: string;
  readonly priority?: string;
}

export class FormHarness extends Harness<NewTicketElement> {
  static async mount(desk: BrowserDesk, options?: MountOptions): Promise<FormHarness> {
    return new FormHarness(await mount('isp-new-ticket', desk, options));
  }

  get heading(): HTMLElement {
    return getByRole(this.element, 'heading');
  }

  get subjectInput(): HTMLInputElement {
    return getByRole(this.element, 'textbox', subject) as HTMLInputElement;
  }

  get descriptionInput(): HTMLTextAreaElement {
    return getByRole(this.element, 'textbox', description) as HTMLTextAreaElement;
  }

  get categorySelect(): HTMLSelectElement {
    return getByRole(this.element, 'combobox', category) as HTMLSelectElement;
  }

  get priorityRadios(): HTMLInputElement[] {
    return queryAllByRole(this.element, 'radio') as HTMLInputElement[];
  }

  get priorityGroup(): HTMLElement {
    return getByRole(this.element, 'radiogroup', en['form.priority']);
  }

  get selectedPriority(): string {
    return this.priorityRadios
      .filter(({checked}) => checked)
      .map(accessibleNameOf)
      .join();
  }

  get values(): Required<FormValues> {
    return {
      subject: this.subjectInput.value,
      description: this.descriptionInput.value,
      category: this.categorySelect.selectedOptions[0]?.textContent?.trim() ?? '',
      priority: this.selectedPriority,
    };
  }

  get categoryOptions(): string[] {
    return [...this.categorySelect.options].map(({text}) => text);
  }

  async fill(values: FormValues): Promise<void> {
    if (values.subject !== undefined) await this.typeInto(subject, values.subject);
    if (values.description !== undefined) await this.typeInto(description, values.description);
    if (values.category !== undefined) await this.selectCategory(values.category);
    if (values.priority !== undefined) getByRole(this.element, 'radio', values.priority).click();
    await this.element.updateComplete;
  }

  /** Does not wait for the outcome. */
  pressCreate(): Promise<void> {
    return this.pressButton(en['form.create']);
  }

  /** A control’s hint and its error message. */
  descriptionOf(control: HTMLElement): string {
    return accessibleDescriptionOf(control);
  }

  isInvalid(control: HTMLElement): boolean {
    return control.getAttribute('aria-invalid') === 'true';
  }

  /** The error message above the fields, or an empty string. */
  get errorSummary(): string {
    return this.summaryElement?.checkVisibility({visibilityProperty: true})
      ? accessibleTextOf(this.summaryElement)
      : '';
  }

  get summaryElement(): HTMLElement | undefined {
    return this.element.renderRoot.querySelector<HTMLElement>('.summary') ?? undefined;
  }

  /** The lines of the error summary that lead to a field. */
  get summaryLines(): string[] {
    return this.summaryElement ? queryAllByRole(this.summaryElement, 'button').map(accessibleNameOf) : [];
  }

  /** The list of what to include, for the selected category. */
  get guidanceText(): string {
    return accessibleTextOf(this.guidanceElement);
  }

  get guidanceElement(): HTMLElement {
    return this.element.renderRoot.querySelector<HTMLElement>('[part="guidance"]')!;
  }

  /** The number of the ticket that was created, or an empty string while the form is shown. */
  get createdTicketNumber(): string {
    return /TKT-\d{4}-\d+/.exec(this.heading.textContent ?? '')?.[0] ?? '';
  }

  waitUntilCreated(): Promise<void> {
    return this.waitUntil(() => this.createdTicketNumber !== '');
  }

  async selectCategory(name: string): Promise<void> {
    const option = [...this.categorySelect.options].find(({text}) => text === name);
    if (!option) throw new Error(`no category ${name} among ${this.categoryOptions.join(' | ')}`);
    this.categorySelect.value = option.value;
    this.categorySelect.dispatchEvent(new Event('change', {bubbles: true}));
    await this.element.updateComplete;
  }
}
