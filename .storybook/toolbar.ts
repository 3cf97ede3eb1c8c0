import type {Preview} from '@storybook/web-components-vite';

import {languages} from '../src/i18n/languages.js';
import {brands} from './brands.js';

type GlobalTypes = NonNullable<Preview['globalTypes']>;

type Icon = NonNullable<NonNullable<GlobalTypes[string]['toolbar']>['icon']>;

/** A menu of the toolbar. The first choice is the default. */
const menu = (description: string, icon: Icon, choices: Readonly<Record<string, string>>): GlobalTypes[string] => ({
  description,
  toolbar: {
    icon,
    dynamicTitle: true,
    items: Object.entries(choices).map(([value, title]) => ({value, title})),
  },
});

const names = Object.entries(languages).map(([tag, {name}]) => [tag, `${name} (${tag})`]);

/** The options of the toolbar. The themes addon has light and dark. */
export const globalTypes: GlobalTypes = {
  brand: menu('Colours and typeface of the operator', 'paintbrush', {
    ours: 'No brand',
    ...Object.fromEntries(Object.entries(brands).map(([name, {title}]) => [name, title])),
  }),
  language: menu('Language of the page', 'globe', Object.fromEntries(names) as Record<string, string>),
  width: menu('Width of the element', 'grow', {
    auto: 'Full width',
    '320px': '320 px',
    '390px': '390 px',
    '768px': '768 px',
    '1280px': '1,280 px',
  }),
  text: menu('Text size', 'zoom', {
    '16px': 'Text at 100 %',
    '24px': 'Text at 150 %',
    '32px': 'Text at 200 %',
    '51.2px': 'Text at 320 %, the maximum on iOS',
  }),
  density: menu('Density', 'listunordered', {'1': 'Comfortable', '0.75': 'Compact'}),
  colors: menu('Forced colours of the device', 'contrast', {own: 'Normal colours', forced: 'Forced colours'}),
  host: menu('Style sheet of the page', 'alert', {
    plain: 'Page without conflicting styles',
    hostile: 'Page with conflicting styles',
    isolated: 'Page with conflicting styles, isolate set',
  }),
  network: menu('Network between the page and the desk', 'lightning', {
    story: 'Network as in the story',
    fast: 'Fast',
    slow: 'Slow: 2 s',
    flaky: 'Flaky: every second request fails',
    down: 'Offline',
    portal: 'Captive portal',
    busy: 'Too many requests (429)',
    broken: 'Server error (500)',
  }),
};

export const initialGlobals = {
  brand: 'ours',
  language: 'en',
  width: 'auto',
  text: '16px',
  density: '1',
  colors: 'own',
  host: 'plain',
  network: 'story',
};
