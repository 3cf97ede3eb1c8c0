export interface ConformanceResult {
  /** Identifies the case, such as `notes.after-reply`. */
  readonly id: string;
  /** What the server must do. */
  readonly name: string;
  /** The paragraph that explains it. */
  readonly see: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What was seen, or why the case was skipped. */
  readonly detail: string;
}

/** What an operator does. `note` may return the ID of the note. */
export interface StaffHooks {
  note?(ticketId: string, text: string): Promise<string | undefined>;
  reply?(ticketId: string, text: string): Promise<unknown>;
  lock?(ticketId: string): Promise<unknown>;
  resolve?(ticketId: string): Promise<unknown>;
}

export interface ConformanceOptions {
  readonly apiBase: string;
  readonly token: string;
  readonly tokens?: Readonly<Partial<Record<'other' | 'expired' | 'barred' | 'gone', string>>>;
  readonly staff?: StaffHooks;
  readonly origin?: string;
  readonly only?: readonly string[];
  /** Seconds for each request. 20 by default. */
  readonly timeout?: number;
}

export const cases: readonly Pick<ConformanceResult, 'id' | 'name' | 'see'>[];

export function runConformance(options: ConformanceOptions): AsyncGenerator<ConformanceResult>;
