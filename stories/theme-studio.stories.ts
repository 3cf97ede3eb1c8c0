import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {useArgs} from 'storybook/preview-api';
import {expect, waitFor} from 'storybook/test';

import '../src/define/isp-support.js';
import {given} from './support/given.js';
import {said, sees, type Step} from './support/steps.js';
import {nothingPicked, themeStudio, type Picked} from './support/theme-studio.js';

const color = {control: 'color' as const};

/**
 * Pick your colours, typeface and corners; see at once what becomes of them, and whether all of it can be read; take
 * the lines along. The address keeps what is picked.
 */
export default {
  title: 'Theme studio',
  tags: ['!autodocs'],
  argTypes: {accent: color, surface: color, text: color},
  args: nothingPicked,
  render: args => {
    const [, pick] = useArgs<Picked>();
    const preview = html`<isp-support api-base="/api" ${given(connectionOf(args))}></isp-support>`;
    return themeStudio(args, pick, preview);
  },
} satisfies Meta<Picked>;

/** What the desk's decorator adds to what is picked. */
const connectionOf = (args: object): object =>
  Object.fromEntries(Object.entries(args).filter(([name]) => !(name in nothingPicked)));

type Story = StoryObj<Picked>;

/** Not a pair of any colour is too close. */
const allCanBeRead: Step = ({canvasElement}) =>
  waitFor(async () => {
    const captions = [...canvasElement.querySelectorAll('caption')].map(({innerText}) => innerText.trim());
    await expect(captions).toEqual(['In light: every pair can be read', 'In dark: every pair can be read']);
  });

export const Ours: Story = {
  name: 'Begin here',
  play: async context => {
    await sees(said('list.new'), '--isp-color-accent: #0b5cad;')(context);
    await allCanBeRead(context);
  },
};

/**
 * A colour that no text can be written in: what is written in the accent is another yellow, and what stands on it is
 * black.
 */
export const Yellow: Story = {
  args: {accent: '#ffd400', fontFamily: 'Georgia, serif', radius: '1em'},
  play: async context => {
    await sees('--isp-color-accent: #ffd400;', '--isp-font-family: Georgia, serif;', '--isp-radius: 1em;')(context);
    await allCanBeRead(context);
  },
};

/** A surface in the middle, which neither scheme has room on: the figures say so. */
export const TooDark: Story = {
  name: 'A surface that is too dark',
  args: {surface: '#9a9a9a'},
  play: async context => {
    await sees('Too little')(context);
  },
  // What is shown here is a mistake: axe would be right.
  parameters: {a11y: {config: {rules: [{id: 'color-contrast', enabled: false}]}}},
};
