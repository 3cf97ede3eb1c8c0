import type {Preview} from '@storybook/web-components-vite';

import {languages} from '../src/i18n/languages.js';
import {brands} from './brands.js';

type GlobalTypes = NonNullable<Preview['globalTypes']>;

type Icon = NonNullable<NonNullable<GlobalTypes[string]['toolbar']>['icon']>;

/** A menu of the toolbar, in the words of designers. The first choice is the default. */
const menu = (description: string, icon: Icon, choices: Readonly<Record<string, string>>): GlobalTypes[string] => ({
  description,
  toolbar: {
    icon,
    dynamicTitle: true,
    items: Object.entries(choices).map(([value, title]) => ({value, title})),
  },
});

const names = Object.entries(languages).map(([tag, {name}]) => [tag, name]);

/** The options of the toolbar. The themes addon has light and dark. */
export const globalTypes: GlobalTypes = {
  brand: menu('Brand: the colours and typeface of an operator', 'paintbrush', {
    ours: 'No brand',
    ...Object.fromEntries(Object.entries(brands).map(([name, {title}]) => [name, title])),
  }),
  language: menu('Language of the page', 'globe', Object.fromEntries(names) as Record<string, string>),
  width: menu('Width: the space that the page gives to the element', 'grow', {
    auto: 'Full width',
    '320px': 'Small phone, 320 px',
    '390px': 'Phone, 390 px',
    '768px': 'Tablet, 768 px',
    '1280px': 'Desktop, 1,280 px',
  }),
  text: menu('Text size: as a reader sets it on the device', 'zoom', {
    '16px': 'Text 100 %',
    '24px': 'Text 150 %',
    '32px': 'Text 200 %',
    '51.2px': 'Text 320 %, the largest on iOS',
  }),
  density: menu('Density: the space between things', 'listunordered', {'1': 'Comfortable', '0.75': 'Compact'}),
  colors: menu('Colours of the device: high contrast replaces all colours', 'contrast', {
    own: 'Normal colours',
    forced: 'High contrast',
  }),
  host: menu('Page: whether its style sheet interferes with the element', 'browser', {
    plain: 'Clean page',
    hostile: 'Messy page, its CSS interferes',
    isolated: 'Messy page, element isolated',
  }),
  network: menu('Connection of the customer', 'lightning', {
    story: 'Connection of the story',
    fast: 'Good connection',
    slow: 'Slow, 2 s each request',
    flaky: 'Unreliable, every second request fails',
    down: 'Offline',
    portal: 'Wi-Fi with a sign-in page',
    busy: 'Server asks to wait (429)',
    broken: 'Server fails (500)',
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
