import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {useArgs} from 'storybook/preview-api';
import {expect, waitFor} from 'storybook/test';

import '../src/define/isp-support.js';
import {setProperties} from './support/set-properties.js';
import {translated, expectText, type Step} from './support/steps.js';
import {defaultOptions, themeStudio, type ThemeOptions} from './support/theme-studio.js';

const color = {control: 'color' as const};

/**
 * Choose colours, typeface and corners. The preview and the contrast of all pairs of colours update immediately. Copy
 * the CSS below. The address keeps the selection.
 */
export default {
  title: 'Theme studio',
  tags: ['!autodocs'],
  argTypes: {accent: color, surface: color, text: color},
  args: defaultOptions,
  render: args => {
    const [, pick] = useArgs<ThemeOptions>();
    const preview = html`<isp-support api-base="/api" ${setProperties(connectionOf(args))}></isp-support>`;
    return themeStudio(args, pick, preview);
  },
} satisfies Meta<ThemeOptions>;

/** The connection that the desk's decorator adds to the selected options. */
const connectionOf = (args: object): object =>
  Object.fromEntries(Object.entries(args).filter(([name]) => !(name in defaultOptions)));

type Story = StoryObj<ThemeOptions>;

/** Every pair of colours has enough contrast. */
const hasEnoughContrast: Step = ({canvasElement}) =>
  waitFor(async () => {
    const captions = [...canvasElement.querySelectorAll('caption')].map(({innerText}) => innerText.trim());
    await expect(captions).toEqual(['In light: every pair can be read', 'In dark: every pair can be read']);
  });

export const Ours: Story = {
  name: 'Begin here',
  play: async context => {
    await expectText(translated('list.new'), '--isp-color-accent: #0b5cad;')(context);
    await hasEnoughContrast(context);
  },
};

/** An accent that is too light for text: text in the accent colour is a darker yellow, text on it is black. */
export const Yellow: Story = {
  args: {accent: '#ffd400', fontFamily: 'Georgia, serif', radius: '1em'},
  play: async context => {
    await expectText(
      '--isp-color-accent: #ffd400;',
      '--isp-font-family: Georgia, serif;',
      '--isp-radius: 1em;',
    )(context);
    await hasEnoughContrast(context);
  },
};

/** A medium grey surface leaves too little contrast in both schemes, which the table shows. */
export const TooDark: Story = {
  name: 'A surface that is too dark',
  args: {surface: '#9a9a9a'},
  play: async context => {
    await expectText('Too little')(context);
  },
  // The story demonstrates too little contrast, which axe would report.
  parameters: {a11y: {config: {rules: [{id: 'color-contrast', enabled: false}]}}},
};
