import type {StoryContext, StoryObj} from '@storybook/web-components-vite';
import {waitFor} from 'storybook/test';

import {messagesIn} from './languages.js';
import type {MessageKey, Translator} from '../../src/i18n/translator.js';
import {getByRole} from '../../test/support/role-queries.js';
import {createTranslator} from '../../test/support/translator.js';

export type Step = NonNullable<StoryObj['play']>;

/** A message in the language that is selected in the toolbar. */
export type Translated = (translate: Translator) => string;

export const translated =
  (key: MessageKey, values?: Readonly<Record<string, string | number>>): Translated =>
  translate =>
    translate(key, values);

/** `onTimeout` keeps the markup of the whole page out of the error. */
const waitOptions = {timeout: 4000, onTimeout: (error: Error) => error};

async function read(text: string | Translated, {globals}: Pick<StoryContext, 'globals'>): Promise<string> {
  if (typeof text === 'string') return text;
  const {language} = globals as {language: string};
  return text(createTranslator(language, await messagesIn(language)));
}

/** The rendered text, including shadow roots and slots. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLSlotElement) return node.assignedNodes({flatten: true}).map(textOf).join('');
  if (!(node instanceof Element) || getComputedStyle(node).display === 'none') return '';
  return [...(node.shadowRoot ?? node).childNodes].map(textOf).join('');
}

const collapseSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Waits until the story shows these texts. */
export const expectText =
  (...texts: (string | Translated)[]): Step =>
  async context => {
    const expected = await Promise.all(texts.map(text => read(text, context)));
    await waitFor(() => {
      const text = collapseSpace(textOf(context.canvasElement));
      const missing = expected.filter(each => !text.includes(collapseSpace(each)));
      if (missing.length > 0) throw new Error(`The text lacks “${missing.join('”, “')}” in: ${text}`);
    }, waitOptions);
  };

const find = async (role: string, name: string | Translated, context: Parameters<Step>[0]): Promise<HTMLElement> => {
  const expected = await read(name, context);
  return waitFor(() => getByRole(context.canvasElement, role, expected), waitOptions);
};

export const click =
  (name: string | Translated): Step =>
  async context =>
    context.userEvent.click(await find('button', name, context));

export const fill =
  (field: string | Translated, text: string): Step =>
  async context => {
    const box = (await find('textbox', field, context)) as HTMLInputElement;
    // `userEvent.type` continues its earlier text and does not notice that the field was cleared.
    box.focus();
    box.value = text;
    box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  };

export const sequence =
  (...steps: Step[]): Step =>
  async context => {
    for (const step of steps) await step(context);
  };
