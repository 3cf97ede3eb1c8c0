import {overhear} from './overhear.js';

/** Opens the whole Storybook as a person does, and says what is wrong with it. */
export async function openFrame(browser, address, {id, title}) {
  const page = await browser.newPage();
  const heard = overhear(page, address);
  try {
    await page.goto(`${address}?path=/story/${id}`);
    await page.getByRole('navigation').getByText(title.split('/').at(-1)).waitFor();
    await page.frameLocator('#storybook-preview-iframe').locator('#storybook-root > *').first().waitFor();
  } catch (error) {
    heard.push(error.message);
  }
  await page.close();
  return heard;
}
