export type Row = Record<string, unknown>;

/** The database interface of the desk. PGlite and a PostgreSQL server run the same SQL. */
export interface Queries {
  query(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends Queries {
  /** Commits if the work succeeds, rolls back if it throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
