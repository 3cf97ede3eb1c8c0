import type {TicketConfig} from '../../contract/config.js';
import type {TicketDraft} from '../../contract/drafts.js';
import type {SupportError} from '../../contract/errors.js';
import type {Words} from '../../i18n/translator.js';
import type {Field} from '../primitives/field.js';

export interface TicketFields {
  readonly draft: TicketDraft;
  readonly config: TicketConfig;
  /** Fields that still want words, once the customer has pressed Create. */
  readonly missing: readonly (keyof TicketDraft)[];
  readonly isSubjectTooLong: boolean;
  readonly error: SupportError | undefined;
  /** What is on its way is not changed any more. */
  readonly isSending: boolean;
  readonly words: Words;
  readonly onInput: (change: Partial<TicketDraft>) => void;
}

/** What is wrong with a field: that it is empty, or what the server has to say about it. */
export function fieldError(form: TicketFields, name: keyof TicketDraft): string | undefined {
  const {config, isSubjectTooLong, missing, error, words} = form;
  if (name === 'subject' && isSubjectTooLong) return words('form.tooLong', {count: config.subjectLimit ?? 0});
  if (missing.includes(name)) return words(name === 'subject' ? 'form.subject.required' : 'form.description.required');
  return error?.fields.get(name);
}

/** What a field is called, and what is wrong with it. */
export const fieldWords = (form: TicketFields, id: 'subject' | 'category' | 'description'): Field => ({
  id,
  label: form.words(`form.${id}`),
  error: fieldError(form, id),
});
