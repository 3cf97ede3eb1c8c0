import {DecoratorHelpers} from '@storybook/addon-themes';
import type {Decorator} from '@storybook/web-components-vite';
import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {styleMap} from 'lit/directives/style-map.js';

import {createWords} from '../src/i18n/translator.js';
import {brands} from './brands.js';
import {forceColors} from './forced-colors.js';
import {beHostile} from './hostile-page.js';

DecoratorHelpers.initializeThemeState(['light', 'dark'], 'light');

type Globals = Readonly<Record<'brand' | 'language' | 'width' | 'text' | 'density' | 'colors' | 'host', string>>;

/** What the toolbar sets of the operator's tokens. */
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
 * The operator's page around the element, which follows its colours and its direction. An element looks at its page as it
 * is drawn: a page that is turned over is another page.
 */
export const withPage: Decorator = (story, context) => {
  const theme = DecoratorHelpers.pluckThemeFromContext(context) || 'light';
  const globals = context.globals as Globals;
  const {language, width, host} = globals;
  forceColors(globals.colors === 'forced');
  beHostile(host !== 'plain');
  if (host === 'isolated') context.args['isolate'] = true;
  const page = html`
    <div
      class="page"
      data-theme=${theme}
      lang=${language}
      dir=${createWords(language).direction}
      style=${styleMap(tokens(globals, theme))}
    >
      <div style=${styleMap(width === 'auto' ? {} : {maxInlineSize: width, marginInline: 'auto'})}>${story()}</div>
    </div>
  `;
  return html`${keyed(JSON.stringify([theme, globals]), page)}`;
};
