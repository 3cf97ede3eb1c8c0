/**
 * A page in a window of its own that takes itself to be in front. Two test files run side by side: in one window, each that
 * came to the front hid the other, whose animation frames and whose reading of tickets then stood still.
 */
export async function focusedPage(context) {
  const window = await context.browser().createBrowserContext();
  const page = await window.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', {enabled: true});
  return page;
}
