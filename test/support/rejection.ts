import {SupportError} from '../../src/contract/errors.js';

/** What a promise is rejected with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    value => ({value}),
    (error: unknown) => ({error}),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error(`It was not rejected: ${JSON.stringify(outcome.value)}`);
}

/** Our own error that a promise is rejected with. Anything else is a raw error that got out. */
export async function failureOf(promise: Promise<unknown>): Promise<SupportError> {
  const error = await rejectionOf(promise);
  if (error instanceof SupportError) return error;
  throw new Error(`A raw error got out: ${String(error)}`);
}
