import type {StoryObj} from '@storybook/web-components-vite';
import {waitFor} from 'storybook/test';

import {byRole} from '../../test/support/roles.js';

export type Step = NonNullable<StoryObj['play']>;

/** Without the page's whole markup, which an error would carry otherwise. */
const patiently = {timeout: 4000, onTimeout: (error: Error) => error};

/** The text on the screen, through shadow roots and slots. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLSlotElement) return node.assignedNodes({flatten: true}).map(textOf).join('');
  if (!(node instanceof Element) || getComputedStyle(node).display === 'none') return '';
  return [...(node.shadowRoot ?? node).childNodes].map(textOf).join('');
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The story's proof: these words are, or will soon be, on the screen. */
export const sees =
  (...words: string[]): Step =>
  ({canvasElement}) =>
    waitFor(() => {
      const text = plain(textOf(canvasElement));
      const missing = words.filter(word => !text.includes(plain(word)));
      if (missing.length > 0) throw new Error(`Nobody sees “${missing.join('”, “')}” in: ${text}`);
    }, patiently);

export const presses =
  (name: string): Step =>
  async ({canvasElement, userEvent}) =>
    userEvent.click(await waitFor(() => byRole(canvasElement, 'button', name), patiently));

export const writes =
  (field: string, text: string): Step =>
  async ({canvasElement, userEvent}) =>
    userEvent.type(await waitFor(() => byRole(canvasElement, 'textbox', field), patiently), text);

export const inTurn =
  (...steps: Step[]): Step =>
  async context => {
    for (const step of steps) await step(context);
  };
