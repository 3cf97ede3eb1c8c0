import {textAt, type Row} from './fields.js';

/** What servers call the fields of the form. */
const formFields: Readonly<Record<string, string>> = {
  title: 'subject',
  name: 'subject',
  body: 'description',
  text: 'description',
  comment: 'description',
  message: 'description',
};

/** A problem from rows such as `{field: 'subject', message: 'may not be empty'}`. `name` is what names the field. */
export function fieldProblem(
  rows: readonly Row[],
  {name, text = 'message', detail}: {readonly name: string; readonly text?: string; readonly detail: string},
): unknown {
  const errors = rows.map(row => {
    const [field = ''] = textAt(row, name).split('.').slice(-1);
    return [formFields[field] ?? field, textAt(row, text)] as const;
  });
  return {detail, errors: Object.fromEntries(errors)};
}
