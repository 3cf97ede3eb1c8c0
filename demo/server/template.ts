/** Puts facts into a page: `{{account.name}}` becomes the name, escaped. A fact that a page names must exist. */
export function fill(page: string, facts: Record<string, Record<string, string>>): string {
  return page.replace(/\{\{(\w+)\.(\w+)\}\}/g, (_, group: string, name: string) => {
    const fact = facts[group]?.[name];
    if (fact === undefined) throw new Error(`A page asks for ${group}.${name}, which nobody provides`);
    return escapeHtml(fact);
  });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
