const warned = new Set<string>();

/** Tells the developer of the page or the app what is wrong, once for each text, which holds no value of a message. */
export function warnOnce(text: string): void {
  if (warned.has(text)) return;
  warned.add(text);
  // eslint-disable-next-line no-console -- A mistake of the page or the app: its developer looks here first.
  console.warn(`isp-support-elements/bridge: ${text}. See docs/webviews.md`);
}
