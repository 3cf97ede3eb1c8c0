/** What the tenants of a large house write in about. The blanks are filled in by flats.ts. */
export interface Case {
  category: string;
  subject: string;
  description: string;
  question: string;
  solution: string;
}

export const cases = (category: string, ...rows: [string, string, string, string][]): Case[] =>
  rows.map(([subject, description, question, solution]) => ({category, subject, description, question, solution}));
