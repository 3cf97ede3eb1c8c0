export function startServer(options: {
  /** Where the embedded database and the signing secret lie. */
  readonly folder: string;
  readonly databaseUrl?: string | undefined;
}): Promise<{readonly url: string; stop(): Promise<void>}>;
