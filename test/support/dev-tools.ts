import {executeServerCommand} from '@web/test-runner-commands';

import {requires, type Capability} from './capabilities.js';

/** Calls the Chrome DevTools Protocol for a capability that only it gives: https://chromedevtools.github.io/devtools-protocol/ */
export function callDevTools<Result>(capability: Capability, method: string, params: object = {}): Promise<Result> {
  requires(capability);
  return executeServerCommand<Result, object>('cdp', {method, params});
}
