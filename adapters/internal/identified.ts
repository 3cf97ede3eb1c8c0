import type {TicketBackendFactory} from 'isp-support-elements';

/**
 * A factory whose source text has its options, because functions with the same text count as the same backend: two
 * adapters with other options are not one, and a template may create the same one again.
 */
export function identified(name: string, options: object, factory: TicketBackendFactory): TicketBackendFactory {
  const text = JSON.stringify(options, (_, value: unknown) => (typeof value === 'function' ? String(value) : value));
  return Object.defineProperty(factory, 'toString', {value: () => `${name}(${text})`});
}
