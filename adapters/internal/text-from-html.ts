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

/** A tab that is shown as one, as browsers copy it. All other tabs are of the source text. */
const tab: FormatCallback = (element, walk, builder) => {
  const [{data = ''} = {}] = element.children;
  if (data === '\t') builder.addLiteral(data);
  else walk(element.children, builder);
};

const options: HtmlToTextOptions = {
  wordwrap: false,
  // Those of HTML. By default, a zero-width space would be one of them: https://infra.spec.whatwg.org/#ascii-whitespace
  whitespaceCharacters: ' \t\r\n\f',
  // A deeper document would exceed the call stack.
  limits: {maxDepth: 200},
  formatters: {lineBreak, tab},
  selectors: [
    {selector: 'br', format: 'lineBreak'},
    {selector: 'span[style]', format: 'tab'},
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
// Nothing but its lines is layout.
const convertLines = compile({...options, preserveNewlines: true, whitespaceCharacters: '\n'});

const withPlainSpaces = (text: string): string => text.replace(/\u00a0/g, ' ').replace(/ +$/gm, '');

/** The text of HTML, with its paragraphs, lines, lists and the addresses of links. Nothing of it is executed. */
export const textFromHtml = (html: string): string => withPlainSpaces(convert(html));

/** The same for text whose characters are escaped and whose lines are those of plain text. */
export const textFromEscaped = (html: string): string => withPlainSpaces(convertLines(html.replace(/\r\n?/g, '\n')));
