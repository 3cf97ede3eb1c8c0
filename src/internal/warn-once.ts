const warned = new Set<string>();

/**
 * Tells the page's developer what is wrong, once for each text, which holds no token and nothing of the customer.
 * `guide` is a page of the repository, whose address is in package.json only: it may move.
 */
export function warnOnce(text: string, guide = 'docs/embedding.md#troubleshooting'): void {
  if (warned.has(text)) return;
  warned.add(text);
  // eslint-disable-next-line no-console -- A mistake of the page or the server: its developer looks here first.
  console.warn(`isp-support-elements: ${text}. See ${guide}`);
}
