import {transformSync} from 'esbuild';
import htmlLiteralsPlugin from 'rollup-plugin-html-literals';
import type {Plugin} from 'vite';

/** The plugin has types of Rollup; Vite runs it. */
const htmlLiterals = htmlLiteralsPlugin as unknown as (options: Parameters<typeof htmlLiteralsPlugin>[0]) => {
  transform(this: unknown, code: string, id: string): Promise<{code: string} | null>;
};

const literals = htmlLiterals({
  include: ['**/src/**/*.ts'],
  failOnError: true,
  options: {
    // esbuild cannot parse a part of a style sheet.
    shouldMinifyCSS: ({tag, parts}) => tag === 'css' && parts.length === 1,
    minifyOptions: {
      collapseWhitespace: true,
      // To one space, not to none: text may precede or follow the template.
      conservativeCollapse: true,
      // The minifier that comes with the plugin leaves line breaks in custom properties.
      minifyCSS: (css: string) => transformSync(css, {loader: 'css', minify: true}).code.trim(),
      removeEmptyAttributes: false,
    },
  },
});

/** Tags beside which white space is not rendered. In the document, each space would be a node. */
const blockTag = '</?(?:article|div|fieldset|footer|form|h2|header|li|ol|p|path|section|ul)\\b';
const spaceBefore = new RegExp(` (?=${blockTag}|</button>)`, 'g');
const spaceAfter = new RegExp(`((?:${blockTag}|<button\\b)[^<>\`]*>) `, 'g');

/** Minifies the html`…` and css`…` templates of Lit, which JavaScript minifiers do not change. */
export const templateMinifier = (): Plugin => ({
  name: 'template-minifier',
  // Before other plugins compile the templates.
  enforce: 'pre',
  async transform(code, id) {
    const minified = await literals.transform.call(this, code, id);
    return minified && {...minified, code: minified.code.replace(spaceBefore, '').replace(spaceAfter, '$1')};
  },
});
