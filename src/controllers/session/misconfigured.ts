import {SupportError} from '../../contract/errors.js';
import {warnOnce} from '../../internal/warn-once.js';

/** A mistake of the page's developer, who learns the reason from the console, and from `cause` of `isp-error`. */
export function misconfigured(reason: string, path?: string): SupportError {
  warnOnce(reason);
  return new SupportError('misconfigured', {cause: new Error(reason), path});
}
