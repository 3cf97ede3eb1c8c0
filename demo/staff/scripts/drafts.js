const prefix = 'staff-draft';

/**
 * The texts that an agent has not sent yet, by ticket and kind (`reply` or `note`). They survive a reload and a closed
 * tab. Signing out deletes them, because they are about customers.
 */
export class Drafts {
  #agent;

  constructor(agent) {
    this.#agent = agent;
  }

  get(ticketId, kind) {
    return JSON.parse(localStorage.getItem(this.#keyOf(ticketId, kind)) ?? '{"text":"","status":""}');
  }

  /** Deletes a draft without text. */
  set(ticketId, kind, draft) {
    const key = this.#keyOf(ticketId, kind);
    if (draft.text.trim() === '') localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  }

  delete(ticketId, kind) {
    localStorage.removeItem(this.#keyOf(ticketId, kind));
  }

  has(ticketId) {
    return ['reply', 'note'].some(kind => localStorage.getItem(this.#keyOf(ticketId, kind)) !== null);
  }

  get count() {
    return this.#keys().length;
  }

  clear() {
    for (const key of this.#keys()) localStorage.removeItem(key);
  }

  #keys() {
    return Object.keys(localStorage).filter(key => key.startsWith(`${prefix}/${this.#agent}/`));
  }

  #keyOf(ticketId, kind) {
    return `${prefix}/${this.#agent}/${ticketId}/${kind}`;
  }
}

/** Identifies one text for the desk. Not `randomUUID()`, which pages on plain HTTP do not have. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
