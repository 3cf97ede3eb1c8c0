/**
 * Lets a test call the Chrome DevTools Protocol: `executeServerCommand('cdp', {method, params})`.
 *
 * `emulateMedia({forcedColors})` has no effect with chromeLauncher, and `a11ySnapshot` omits list roles; use
 * `Emulation.setEmulatedMedia` and `Accessibility.getFullAXTree` instead. Never emulate offline on the page of the
 * runner, because it loses its own connection: inject a `fetch` that fails.
 */
export function rawCdpPlugin() {
  const sessions = new WeakMap();

  return {
    name: 'raw-cdp-command',
    async executeCommand({command, payload, session}) {
      if (command !== 'cdp') return undefined;
      const page = session.browser.getPage(session.id);
      // One CDP session per page, because an emulation ends with its session.
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      const answer = await sessions.get(page).send(payload.method, payload.params);
      return answer ?? {};
    },
  };
}
