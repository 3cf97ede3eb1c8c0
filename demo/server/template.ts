/** Puts facts into a page: `{{account.name}}` becomes the name, escaped. A fact that a page names must exist. */
export function fill(page: string, facts: Record<string, Record<string, string>>): string {
  return page.replace(/\{\{(\w+)\.(\w+)\}\}/g, (_, group: string, name: string) => {
    const fact = facts[group]?.[name];
    if (fact === undefined) throw new Error(`A page asks for ${group}.${name}, which nobody provides`);
    return escapeHtml(fact);
  });
}

/** The options of a select, by value and name, each in the language that its value names. */
export const options = (choices: readonly (readonly [string, string])[]): string =>
  choices
    .map(pair => pair.map(escapeHtml))
    .map(([value, name]) => `<option value="${value}" lang="${value}">${name}</option>`)
    .join('');

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
