import type {BrowserDesk, faultKinds} from '../../demo/desk/browser.js';

type Server = 'portal' | 'api' | 'files' | 'foreign';

export type Urls = Readonly<Record<Server, string>>;

/** What the servers have received, apart from the portal's own files. */
export interface Exchange {
  readonly server: Server;
  readonly method: string;
  readonly url: string;
  readonly referer: string;
  readonly authorization: string;
  readonly body: string;
}

/**
 * In `head`, `body`, `policy`, and the responses of a page, these names in braces are replaced: `api`, `files` and
 * `foreign` by the addresses of three more servers, `nonce`, `hash` of our file, and `token`.
 */
export interface Case {
  /** What is shown as a row of a table. */
  readonly name: string;
  readonly lang?: string;
  readonly doctype?: string;
  readonly charset?: string;
  /** In the head, before our script. */
  readonly head?: string;
  /** The tag of our script, or all of what loads it. `ours` is the usual one. */
  readonly script?: string;
  readonly body?: string;
  /** The Content Security Policy. By default, there is none. */
  readonly policy?: string;
  /** Prepares the server. */
  readonly arrange?: (desk: BrowserDesk, faults: typeof faultKinds, urls: Urls) => unknown;
  /** Runs in the page, after its scripts. Throws if something is not as it should be. */
  readonly run: () => unknown;
  /** Problems that are the purpose of the case. */
  readonly expected?: RegExp;
  /** Engines in which the case is not run, with the reason. */
  readonly skipped?: Readonly<Record<string, string>>;
  /** Runs in Node, with what the servers have received. Returns what should not be. */
  readonly inspect?: (exchanges: readonly Exchange[], token: string) => readonly string[];
}

export interface Table {
  readonly title: string;
  readonly cases: readonly Case[];
}

export const ours = '<script src="/isp-support.js" nonce="{nonce}"></script>';

/** A tag with its API. The page gives it a token: see page/runner.ts. */
export const element = (tag: string, attributes = ''): string => `<${tag} api-base="{api}" ${attributes}></${tag}>`;
