import type {SupportError} from '../../contract/errors.js';
import type {Words} from '../../i18n/translator.js';

/** What a failure means to the customer. The server's own words count only where it explains what it wants. */
export function errorWords(error: SupportError, words: Words): string {
  if (error.code === 'conflict' && error.retryAfter !== undefined) return words('error.busy');
  if (error.serverMessage) return error.serverMessage;
  // An offline browser is believed; an online one only knows that there is a cable or a Wi-Fi.
  if (error.code === 'network' && !navigator.onLine) return words('error.offline');
  return words(`error.${error.code}`);
}
