import type * as TicketViews from '../elements/ticket-views.js';
import {folder, scriptTag} from './script.js';
import {shared} from './shared.js';

type TicketViewsModule = typeof TicketViews;

/** The SHA-256 of `isp-ticket-views.js`. The build inserts it. */
declare const ticketViewsHash: string;

/** The tag of the second file, with what that file imports from this one, and the function that takes its exports. */
export interface TicketViewsScript extends HTMLScriptElement {
  shared: typeof shared;
  resolve: (ticketViews: TicketViewsModule) => void;
}

/** https://developer.mozilla.org/docs/Web/API/Trusted_Types_API */
type TrustedTypes = Record<'createPolicy', (name: string, rules: object) => {createScriptURL: (url: string) => string}>;

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

function trustedUrl(url: string): string {
  try {
    const {trustedTypes} = window as unknown as {readonly trustedTypes?: TrustedTypes};
    policy ??= trustedTypes?.createPolicy('isp-support', {createScriptURL: (trusted: string) => trusted});
  } catch {
    // The page does not allow the policy. If it does not require trusted types either, the URL itself will do.
  }
  return policy?.createScriptURL(url) ?? url;
}

/**
 * Loads the contents from the file next to this one. The browser rejects anything but the file of this build. Files of
 * the file system have no CORS, without which there is no `integrity`, and no network that could change them.
 */
export const importTicketViews = (): Promise<TicketViewsModule> =>
  new Promise<TicketViewsModule>((resolve, reject) => {
    const {protocol, href} = new URL('isp-ticket-views.js', folder);
    const tag = document.createElement('script') as TicketViewsScript;
    const onEnd = (): void => {
      tag.remove();
      reject(new Error('isp-ticket-views.js was not loaded'));
    };
    const verified = {integrity: `sha256-${ticketViewsHash}`, crossOrigin: 'anonymous'};
    Object.assign(tag, {shared, resolve, onload: onEnd, onerror: onEnd}, protocol !== 'file:' && verified);
    tag.nonce = scriptTag.nonce ?? '';
    tag.src = trustedUrl(href);
    document.head.append(tag);
  });
