import {SupportError} from '../contract/errors.js';

/** What comes in time, in milliseconds. What comes later comes to nobody. */
export async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SupportError('unavailable')), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
