/**
 * Lets a test speak the Chrome DevTools Protocol: `executeServerCommand('cdp', {method, params})`.
 *
 * `emulateMedia({forcedColors})` does nothing under chromeLauncher, and `a11ySnapshot` leaves list roles out;
 * `Emulation.setEmulatedMedia` and `Accessibility.getFullAXTree` do neither. Never emulate offline on the page of the
 * runner itself: it loses its own connection. Inject a `fetch` that fails.
 */
export function rawCdpPlugin() {
  const sessions = new WeakMap();

  return {
    name: 'raw-cdp-command',
    async executeCommand({command, payload, session}) {
      if (command !== 'cdp') return undefined;
      const page = session.browser.getPage(session.id);
      // One CDP session a page: what is emulated lasts only as long as the session that asked for it.
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      const answer = await sessions.get(page).send(payload.method, payload.params);
      return answer ?? {};
    },
  };
}
