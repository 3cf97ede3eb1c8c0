/** The address of the repository is in package.json only: it may move. */
const guide = 'docs/embedding.md#troubleshooting';

const said = new Set<string>();

/** Tells the page's developer what is wrong, once for each text, which holds no token and nothing of the customer. */
export function warnOnce(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  // eslint-disable-next-line no-console -- Customers do not see it, and the page goes on.
  console.warn(`isp-support-elements: ${text}. See ${guide}`);
}
