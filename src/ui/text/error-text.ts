import type {SupportError} from '../../contract/errors.js';
import type {Translator} from '../../i18n/translator.js';

/** The text of an error: the server's message if there is one, otherwise the built-in message for its code. */
export function errorText(error: SupportError, t: Translator): string {
  if (error.code === 'conflict' && error.retryAfter !== undefined) return t('error.busy');
  if (error.serverMessage) return error.serverMessage;
  // `navigator.onLine` is reliable only if it is false: a network connection is no proof of internet access.
  // https://developer.mozilla.org/docs/Web/API/Navigator/onLine
  if (error.code === 'network' && !navigator.onLine) return t('error.offline');
  return t(`error.${error.code}`);
}
