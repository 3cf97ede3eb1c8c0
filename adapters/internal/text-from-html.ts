import {compile, type HtmlToTextOptions} from 'html-to-text';

/** Elements whose content is not text for the reader. Scripts and styles are left out anyway. */
const hidden = ['title', 'template', 'noscript', 'iframe', 'object', 'select', 'textarea', 'img'];

/** Links that say where they lead. All others, such as those of scripts or within the page, are only their text. */
const address = /^(?:https?|mailto|tel):/i;

const options: HtmlToTextOptions = {
  wordwrap: false,
  // A deeper document would exceed the call stack.
  limits: {maxDepth: 200},
  selectors: [
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

const withPlainSpaces = (text: string): string => text.replace(/\u00a0/g, ' ');

/** The text of HTML, with its paragraphs, lines, lists and the addresses of links. Nothing of it is executed. */
export const textFromHtml = (html: string): string => withPlainSpaces(convert(html));

/** The same for text whose characters are escaped and whose lines are those of plain text. */
export const textFromEscaped = (html: string): string => withPlainSpaces(convertLines(html.replace(/\r\n?/g, '\n')));
