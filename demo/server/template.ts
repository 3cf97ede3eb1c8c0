/** Replaces placeholders such as `{{account.name}}` with escaped values. Throws if a value is missing. */
export function fill(page: string, values: Record<string, Record<string, string>>): string {
  return page.replace(/\{\{(\w+)\.(\w+)\}\}/g, (_, group: string, name: string) => {
    const value = values[group]?.[name];
    if (value === undefined) throw new Error(`No value for the placeholder ${group}.${name}`);
    return escapeHtml(value);
  });
}

/** The options of a select. The value of each option is also its language. */
export const options = (choices: readonly (readonly [string, string])[]): string =>
  choices
    .map(pair => pair.map(escapeHtml))
    .map(([value, name]) => `<option value="${value}" lang="${value}">${name}</option>`)
    .join('');

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
