/** What a page complains of, and whom it asks besides its own host: a Storybook must do without a network. */
export function overhear(page, address) {
  const heard = [];
  page.on('console', message => {
    if (message.type() === 'error') heard.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', error => heard.push(`page: ${error.message}`));
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) heard.push(`asked another place: ${url}`);
  });
  return heard;
}
