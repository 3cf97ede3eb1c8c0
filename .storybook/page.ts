import {DecoratorHelpers} from '@storybook/addon-themes';
import type {Decorator} from '@storybook/web-components-vite';
import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';

const themes = ['light', 'dark'];

DecoratorHelpers.initializeThemeState(themes, 'light');

/**
 * The operator's page around the element, which follows its colours and its direction. An element looks at its page as it
 * is drawn: a page that is turned over is another page.
 */
export const withPage: Decorator = (story, context) => {
  const theme = DecoratorHelpers.pluckThemeFromContext(context) || 'light';
  const {direction} = context.globals as {direction: string};
  const page = html`<div class="page" data-theme=${theme} dir=${direction}>${story()}</div>`;
  return html`${keyed(`${theme} ${direction}`, page)}`;
};
