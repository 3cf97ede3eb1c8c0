import {compile, type FormatCallback, type HtmlToTextOptions} from 'html-to-text';

/** Elements whose content is not text for the reader. Scripts and styles are left out anyway. */
const hidden = ['title', 'template', 'noscript', 'iframe', 'object', 'select', 'textarea', 'img'];

/** Links that say where they lead. All others, such as those of scripts or within the page, are only their text. */
const address = /^(?:https?|mailto|tel):/i;

const blocks = ['div', 'p', 'li', 'td', 'th', 'blockquote'];

/**
 * The last line break of a block shows nothing, unless it is all that the block has: so mail programs write a blank
 * line.
 */
const lineBreak: FormatCallback = (element, _, builder) => {
  const {name = '', children = []} = element.parent ?? {};
  if (!blocks.includes(name) || children[children.length - 1] !== element) builder.addLineBreak();
  else if (children.length === 1) builder.addInline('\u00a0');
};

const options: HtmlToTextOptions = {
  wordwrap: false,
  // A deeper document would exceed the call stack.
  limits: {maxDepth: 200},
  formatters: {lineBreak},
  selectors: [
    {selector: 'br', format: 'lineBreak'},
    ...hidden.map(selector => ({selector, format: 'skip'})),
    {
      selector: 'a',
      options: {
        hideLinkHrefIfSameAsText: true,
        linkBrackets: ['(', ')'],
        pathRewrite: (path: string) => (address.test(path) ? path : ''),
      },
    },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({
      selector,
      options: {uppercase: false, leadingLineBreaks: 2},
    })),
    {selector: 'table', format: 'dataTable', options: {uppercaseHeaderCells: false, colSpacing: 2}},
    {selector: 'ul', options: {itemPrefix: '- '}},
    {selector: 'hr', options: {length: 3}},
  ],
};

const convert = compile(options);
const convertLines = compile({...options, preserveNewlines: true});

const withPlainSpaces = (text: string): string => text.replace(/\u00a0/g, ' ').replace(/ +$/gm, '');

/** The text of HTML, with its paragraphs, lines, lists and the addresses of links. Nothing of it is executed. */
export const textFromHtml = (html: string): string => withPlainSpaces(convert(html));

/** The same for text whose characters are escaped and whose lines are those of plain text. */
export const textFromEscaped = (html: string): string => withPlainSpaces(convertLines(html.replace(/\r\n?/g, '\n')));
