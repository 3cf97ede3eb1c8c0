import {DecoratorHelpers} from '@storybook/addon-themes';
import type {Decorator} from '@storybook/web-components-vite';
import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {styleMap} from 'lit/directives/style-map.js';

import {createTranslator} from '../src/i18n/translator.js';
import {brands} from './brands.js';
import {forceColors} from './forced-colors.js';
import {setHostile} from './hostile-page.js';

DecoratorHelpers.initializeThemeState(['light', 'dark'], 'light');

type Globals = Readonly<Record<'brand' | 'language' | 'width' | 'text' | 'density' | 'colors' | 'host', string>>;

/** The tokens that are selected in the toolbar. */
function tokens({brand, text, density}: Globals, theme: string): Readonly<Record<string, string>> {
  const {light, dark} = brands[brand] ?? {};
  return {
    ...light,
    ...(theme === 'dark' && dark),
    ...(text !== '16px' && {'--isp-font-size': text}),
    ...(density !== '1' && {'--isp-density': density}),
  };
}

/**
 * Renders the operator's page around the element. An element reads the colours and the direction of its page when it
 * renders, so `keyed` creates a new page when an option changes.
 */
export const withPage: Decorator = (story, context) => {
  const theme = DecoratorHelpers.pluckThemeFromContext(context) || 'light';
  const globals = context.globals as Globals;
  const {language, width, host} = globals;
  forceColors(globals.colors === 'forced');
  setHostile(host !== 'plain');
  if (host === 'isolated') context.args['isolate'] = true;
  const page = html`
    <div
      class="page"
      data-theme=${theme}
      lang=${language}
      dir=${createTranslator({}, language).direction}
      style=${styleMap(tokens(globals, theme))}
    >
      <div style=${styleMap(width === 'auto' ? {} : {maxInlineSize: width, marginInline: 'auto'})}>${story()}</div>
    </div>
  `;
  return html`${keyed(JSON.stringify([theme, globals]), page)}`;
};
