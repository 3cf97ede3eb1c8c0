const said = new Set<string>();

/** Tells the developer of the page or the app what is wrong, once for each text, which holds no value of a message. */
export function warnOnce(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  // eslint-disable-next-line no-console -- A mistake of the page or the app: its developer looks here first.
  console.warn(`isp-support-elements/bridge: ${text}. See docs/webviews.md`);
}
