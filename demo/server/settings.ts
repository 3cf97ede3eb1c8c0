import {fileURLToPath} from 'node:url';

export interface Settings {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  /** The folder of the embedded database and the signing secret. */
  folder: string;
}

export function settingsFrom(environment: NodeJS.ProcessEnv): Settings {
  const {PORT = '5173', HOST = '127.0.0.1', DATABASE_URL, DATA_FOLDER} = environment;
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535) throw new Error(`PORT has to be a port number, not "${PORT}".`);
  return {
    port: Number(PORT),
    host: HOST,
    databaseUrl: DATABASE_URL,
    folder: DATA_FOLDER ?? fileURLToPath(new URL('../.data', import.meta.url)),
  };
}
