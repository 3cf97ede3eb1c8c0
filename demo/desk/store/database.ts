export type Row = Record<string, unknown>;

/** The little that the desk asks of a database; PGlite and a PostgreSQL server take the same SQL through it. */
export interface Queries {
  query(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends Queries {
  /** Commits when the work is done, rolls back when it throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
