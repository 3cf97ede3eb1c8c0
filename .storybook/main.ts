import {fileURLToPath} from 'node:url';

import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-themes'],
  framework: {
    name: '@storybook/web-components-vite',
    options: {builder: {viteConfigPath: fileURLToPath(new URL('./vite.config.ts', import.meta.url))}},
  },
  core: {disableTelemetry: true, disableWhatsNewNotifications: true, disableProjectJson: true},
  features: {
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
    // Our own toolbar sets the colours of the page and the width of the element.
    backgrounds: false,
    viewport: false,
  },
};

export default config;
