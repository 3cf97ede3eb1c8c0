import {SupportError} from '../../contract/errors.js';
import {withTimeout} from '../../internal/with-timeout.js';
import {Resource} from '../../state/cache/resource.js';

const loadTimeoutMs = 30_000;
const firstRetryDelayMs = 30_000;

/**
 * A module that is loaded when it is first needed, once for all elements of the page. A failure is followed by retries,
 * each after twice the time, and when the device is online again.
 */
export function lazyModule<Module>(load: () => Promise<Module>): Resource<Module> {
  let retryDelayMs = firstRetryDelayMs;
  const retry = (): void => void module.retry();
  const module = new Resource<Module>(async () => {
    try {
      return await withTimeout(loadTimeoutMs, load());
    } catch (cause) {
      setTimeout(retry, retryDelayMs);
      retryDelayMs *= 2;
      addEventListener('online', retry, {once: true});
      throw new SupportError(navigator.onLine ? 'network' : 'offline', {cause});
    }
  });
  return module;
}
