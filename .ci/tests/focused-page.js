/**
 * Opens a page in its own browser context with emulated focus. Two test files run in parallel: in one context, the page
 * in front would hide the other page, which stops animation frames and polling there.
 */
export async function focusedPage(context) {
  const window = await context.browser().createBrowserContext();
  const page = await window.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', {enabled: true});
  return page;
}
