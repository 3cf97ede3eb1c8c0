import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {useArgs} from 'storybook/preview-api';
import {expect, waitFor} from 'storybook/test';

import {sequence, translated, expectText, type Step} from '../support/steps.js';
import {schemesOf} from './dark-mode.js';
import {studio} from './studio.js';
import type {Shown, StudioState} from './studio-state.js';
import {fromArgs, linkTo, toArgs, type ThemeArgs} from './theme-args.js';
import {noTheme, type Theme} from './theme.js';

const argsFor = (theme: Partial<Theme>, darkMode = 'device', shown: Shown = 'light'): ThemeArgs => ({
  ...toArgs({...noTheme, ...theme}),
  'dark-mode': darkMode,
  preview: shown,
});

const empty = argsFor({});

/** The properties that the decorators add to the arguments of a story. */
const connectionOf = (args: object): object =>
  Object.fromEntries(Object.entries(args).filter(([name]) => !(name in empty)));

function stateOf(args: ThemeArgs, update: (args: ThemeArgs) => void): StudioState {
  const darkMode = args['dark-mode'] ?? '';
  const theme = fromArgs(args);
  const shown = (args['preview'] ?? 'light') as Shown;
  return {
    theme,
    darkMode,
    shown,
    link: linkTo('theme-studio--start', argsFor(theme, darkMode, shown)),
    connection: connectionOf(args),
    setTheme: changed => update(toArgs(changed)),
    setDarkMode: changed => update({'dark-mode': changed}),
    setShown: changed => update({preview: changed}),
    resetAll: () => update(empty),
  };
}

/** Previews, contrast and CSS change with each field. The address keeps the theme: send it to show your theme. */
export default {
  title: 'Theme studio',
  tags: ['!autodocs'],
  args: empty,
  // Storybook would render the studio a second time, for its source code.
  parameters: {docs: {source: {type: 'code'}, codePanel: false}},
  render: args => {
    const [, update] = useArgs<ThemeArgs>();
    return studio(stateOf(args, update));
  },
} satisfies Meta<ThemeArgs>;

type Story = StoryObj<ThemeArgs>;

/** Every pair of colours of the page's schemes has enough contrast. */
const hasEnoughContrast: Step = ({canvasElement, args}) =>
  waitFor(async () => {
    const verdicts = [...canvasElement.querySelectorAll<HTMLElement>('.verdict')].map(({innerText}) =>
      innerText.trim(),
    );
    const schemes = schemesOf(String(args['dark-mode']));
    await expect(verdicts).toEqual(schemes.map(scheme => `In ${scheme}: every pair can be read`));
  });

/** All four views have loaded. */
const showsPreviews = expectText(
  translated('list.new'),
  translated('banner.hide'),
  translated('turn.resolved'),
  translated('form.create'),
);

export const Start: Story = {
  name: 'Start here',
  play: sequence(showsPreviews, expectText('the elements need no CSS'), hasEnoughContrast),
};

/** Text in an accent that is too light for it is a darker yellow; text on it is black. */
export const Yellow: Story = {
  args: argsFor({
    light: {'--isp-color-accent': '#ffd400', '--isp-font-family': 'Georgia, serif', '--isp-radius': '1em'},
  }),
  play: sequence(
    expectText('--isp-color-accent: #ffd400;', '--isp-font-family: Georgia, serif;', '--isp-radius: 1em;'),
    hasEnoughContrast,
  ),
};

/** A surface for each scheme, for a page with the class `dark`. */
export const Paper: Story = {
  name: 'Paper by day, ink by night',
  args: argsFor(
    {
      light: {'--isp-color-accent': '#7a1fa2', '--isp-color-surface': '#faf7f2', '--isp-color-text': '#2b2622'},
      dark: {'--isp-color-surface': '#1e1b20', '--isp-color-text': '#efe7f2'},
    },
    'class',
  ),
  play: sequence(expectText('.dark isp-support', '--isp-color-surface: #1e1b20;'), hasEnoughContrast),
};

/** A medium grey surface leaves too little contrast. The report suggests colours. */
export const TooDark: Story = {
  name: 'A surface that is too dark',
  args: argsFor({light: {'--isp-color-surface': '#9a9a9a'}}),
  play: expectText('too little contrast', 'In dark: every pair can be read', 'for Surface'),
  // The story demonstrates too little contrast, which axe would report.
  parameters: {a11y: {config: {rules: [{id: 'color-contrast', enabled: false}]}}},
};
