/** A template for a ticket of a tenant. flats.ts fills in its placeholders. */
export interface Case {
  category: string;
  subject: string;
  description: string;
  question: string;
  solution: string;
}

export const cases = (category: string, ...rows: [string, string, string, string][]): Case[] =>
  rows.map(([subject, description, question, solution]) => ({category, subject, description, question, solution}));
