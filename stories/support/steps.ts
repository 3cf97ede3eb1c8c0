import type {StoryContext, StoryObj} from '@storybook/web-components-vite';
import {waitFor} from 'storybook/test';

import {wordsIn} from './languages.js';
import {createWords, type MessageKey, type Words} from '../../src/i18n/translator.js';
import {getByRole} from '../../test/support/role-queries.js';

export type Step = NonNullable<StoryObj['play']>;

/** A text of ours, in the language that the toolbar is set to. */
export type Said = (words: Words) => string;

export const said =
  (key: MessageKey, values?: Readonly<Record<string, string | number>>): Said =>
  words =>
    words(key, values);

/** Without the page's whole markup, which an error would carry otherwise. */
const patiently = {timeout: 4000, onTimeout: (error: Error) => error};

async function read(text: string | Said, {globals}: Pick<StoryContext, 'globals'>): Promise<string> {
  if (typeof text === 'string') return text;
  const {language} = globals as {language: string};
  return text(createWords(language, await wordsIn(language)));
}

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
  (...texts: (string | Said)[]): Step =>
  async context => {
    const wanted = await Promise.all(texts.map(text => read(text, context)));
    await waitFor(() => {
      const text = plain(textOf(context.canvasElement));
      const missing = wanted.filter(words => !text.includes(plain(words)));
      if (missing.length > 0) throw new Error(`Nobody sees “${missing.join('”, “')}” in: ${text}`);
    }, patiently);
  };

const find = async (role: string, name: string | Said, context: Parameters<Step>[0]): Promise<HTMLElement> => {
  const wanted = await read(name, context);
  return waitFor(() => getByRole(context.canvasElement, role, wanted), patiently);
};

export const presses =
  (name: string | Said): Step =>
  async context =>
    context.userEvent.click(await find('button', name, context));

export const writes =
  (field: string | Said, text: string): Step =>
  async context => {
    const box = (await find('textbox', field, context)) as HTMLInputElement;
    // As pasted: `userEvent.type` goes on from what it typed before, and does not see that it was sent.
    box.focus();
    box.value = text;
    box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  };

export const inTurn =
  (...steps: Step[]): Step =>
  async context => {
    for (const step of steps) await step(context);
  };
