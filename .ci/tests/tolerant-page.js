/**
 * Opens a page in a Firefox that may be older than its driver. The driver sets the orientation of the screen with the size
 * of the page, which Firefox 140 ESR cannot: the size is set all the same.
 */
export async function tolerantPage(context) {
  const page = await context.newPage();
  const setViewport = page.setViewport.bind(page);
  page.setViewport = async viewport => {
    await setViewport(viewport).catch(error => {
      if (!String(error).includes('setScreenOrientationOverride')) throw error;
    });
  };
  return page;
}
