import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

import {ensureBuilt} from '../../demo/build.js';
import type * as Pages from '../../demo/server/pages.js';
import type * as English from '../../src/i18n/locales/en.js';

/** The checkout that a command measures, with its portal and its English texts. */
export interface Checkout {
  readonly path: string;
  readonly pages: typeof Pages.pages;
  readonly texts: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** Opens this checkout, or the one that the command line names, and builds its standalone file if that is outdated. */
export async function openCheckout(path = process.argv[2] ?? '.'): Promise<Checkout> {
  const folder = `${resolve(path)}/`;
  ensureBuilt(folder);
  const load = async (module: string): Promise<unknown> => import(pathToFileURL(folder + module).href);
  const {pages} = (await load('demo/server/pages.ts')) as typeof Pages;
  const {en} = (await load('src/i18n/locales/en.ts')) as typeof English;
  return {path, pages, texts: en};
}
