import type {Preview} from '@storybook/web-components-vite';

import {languages} from '../src/i18n/languages.js';
import {brands} from './brands.js';

type GlobalTypes = NonNullable<Preview['globalTypes']>;

type Icon = NonNullable<NonNullable<GlobalTypes[string]['toolbar']>['icon']>;

/** A menu of the toolbar; the first choice is what a story begins with. */
const menu = (description: string, icon: Icon, choices: Readonly<Record<string, string>>): GlobalTypes[string] => ({
  description,
  toolbar: {
    icon,
    dynamicTitle: true,
    items: Object.entries(choices).map(([value, title]) => ({value, title})),
  },
});

const names = Object.entries(languages).map(([tag, {name}]) => [tag, `${name} (${tag})`]);

/** What can be turned around every story; light and dark are the themes addon's. */
export const globalTypes: GlobalTypes = {
  brand: menu('The operator’s colours and typeface', 'paintbrush', {
    ours: 'No brand',
    ...Object.fromEntries(Object.entries(brands).map(([name, {title}]) => [name, title])),
  }),
  language: menu('The language of the page', 'globe', Object.fromEntries(names) as Record<string, string>),
  width: menu('The room that the element has', 'grow', {
    auto: 'All the room there is',
    '320px': '320 px',
    '390px': '390 px',
    '768px': '768 px',
    '1280px': '1,280 px',
  }),
  text: menu('The size of text', 'zoom', {
    '16px': 'Text at 100 %',
    '24px': 'Text at 150 %',
    '32px': 'Text at 200 %',
    '51.2px': 'Text at 320 %, the largest of a phone',
  }),
  density: menu('How far things stand apart', 'listunordered', {'1': 'Comfortable', '0.75': 'Compact'}),
  colors: menu('Whether the device forces its colours', 'contrast', {own: 'Own colours', forced: 'Forced colours'}),
  host: menu('The page’s own style sheet', 'alert', {
    plain: 'A page of good manners',
    hostile: 'A hostile page',
    isolated: 'A hostile page, with isolate',
  }),
  line: menu('The line between the page and the desk', 'lightning', {
    story: 'Line as in the story',
    fast: 'Fast',
    slow: 'Slow: 2 s',
    flaky: 'Flaky: every other request is lost',
    down: 'Offline',
    portal: 'Behind a sign-in page',
    busy: 'Too many requests (429)',
    broken: 'A broken server (500)',
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
  line: 'story',
};
