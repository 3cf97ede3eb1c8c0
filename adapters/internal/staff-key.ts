import type {TransportRequest} from 'isp-support-elements';

/** Options of adapters whose key is that of staff. */
export interface CustomerScope {
  /**
   * The ID of the customer in the helpdesk, from the verified token of the request. Only tickets of this customer are
   * returned; all others are `not_found`.
   */
  readonly customerId: string;
}

/** Refuses to run in a browser, where everyone could read the key and all tickets with it. */
export function refuseInBrowser(name: string): void {
  if ('document' in globalThis || 'window' in globalThis) {
    throw new Error(`${name} has a key of staff, which must not be in a browser. Run it behind the gateway.`);
  }
}

/** The same, and refuses to run without a customer, because an empty filter returns the tickets of all customers. */
export function assertServer(name: string, {customerId}: CustomerScope): void {
  refuseInBrowser(name);
  // A number would match no ticket.
  if (typeof customerId !== 'string' || !customerId.trim()) throw new TypeError(`${name} needs a customerId as text`);
}

/** Request options that send the key. `headers` are for a transport that has no token, which calls no `authorize`. */
export const withKey = (
  headers: Readonly<Record<string, string>>,
): Pick<TransportRequest, 'headers' | 'authorize'> => ({headers, authorize: () => headers});

/** The header of HTTP Basic authentication: https://www.rfc-editor.org/rfc/rfc7617 */
export const basic = (user: string, password: string): Readonly<Record<string, string>> => ({
  Authorization: `Basic ${btoa(`${user}:${password}`)}`,
});
