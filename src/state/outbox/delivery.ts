import {SupportError} from '../../contract/errors.js';
import type {Pending, Receipt} from './outbox-item.js';

/** The server, to somebody who has something to send. */
export interface Recipient {
  /** Why there is no use in trying now; undefined where there is. */
  readonly obstacle: SupportError | undefined;
  send(item: Pending): Promise<Receipt>;
  /** Looks whether something arrived of which nobody knows; undefined where it did not, as far as can be seen. */
  find(item: Pending): Promise<Receipt | undefined>;
  /** Whether what is sent twice under one key is done once. */
  promisesOnce(): Promise<boolean>;
}

/** What became of an attempt. */
export type Outcome =
  | {readonly status: 'sent'; readonly receipt: Receipt}
  | {readonly status: 'waiting'; readonly error: SupportError; readonly isAttempted?: boolean}
  | {readonly status: 'failed'; readonly error: SupportError};

/** Codes of answers that leave no doubt: it was not carried out, but may be when it is asked for again. */
const refusals: readonly string[] = ['unauthenticated', 'rate_limited', 'offline'];

/** Codes that may pass by themselves. Whether it was carried out nobody knows. */
const doubts: readonly string[] = ['network', 'unavailable', 'bad_response'];

/**
 * Tries to deliver one item. Where a server does not promise to do it once, nothing that may have arrived is sent again before
 * the customer has said so.
 */
export async function deliver(item: Pending, recipient: Recipient): Promise<Outcome> {
  let isAttempted = item.isAttempted;
  try {
    if (isAttempted && !(await recipient.promisesOnce())) {
      const receipt = await recipient.find(item);
      return receipt ? {status: 'sent', receipt} : {status: 'failed', error: new SupportError('uncertain')};
    }
    isAttempted = true;
    return {status: 'sent', receipt: await recipient.send(item)};
  } catch (raw) {
    const error = raw as SupportError;
    const {code} = error;
    if (refusals.includes(code)) return {status: 'waiting', error, isAttempted: item.isAttempted};
    const mayPass = doubts.includes(code) || (code === 'conflict' && error.retryAfter !== undefined);
    return mayPass ? {status: 'waiting', error, isAttempted} : {status: 'failed', error};
  }
}
