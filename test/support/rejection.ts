import {SupportError} from '../../src/contract/errors.js';

/** The reason that a promise is rejected with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    value => ({value}),
    (error: unknown) => ({error}),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error(`The promise resolved with ${JSON.stringify(outcome.value)}`);
}

/** The `SupportError` that a promise is rejected with. Any other reason is a leaked internal error. */
export async function supportErrorOf(promise: Promise<unknown>): Promise<SupportError> {
  const error = await rejectionOf(promise);
  if (error instanceof SupportError) return error;
  throw new Error(`Not a SupportError: ${String(error)}`);
}
