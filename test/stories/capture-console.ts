import type {Page} from '@playwright/test';

/** Collects a page's errors and its requests to other hosts: a Storybook must work offline. */
export function captureConsole(page: Page, url: string): string[] {
  const problems: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', error => problems.push(`page: ${error.message}`));
  page.on('request', request => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(data|blob):/.test(address))
      problems.push(`request to another host: ${address}`);
  });
  return problems;
}
