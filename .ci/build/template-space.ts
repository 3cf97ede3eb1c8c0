const strings = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'/;
const comments = /\/\*[^]*?\*\//;
const cssToken = new RegExp(`(${strings.source})|${comments.source}|\\s+`, 'g');

/** The fixed parts of a css`…` literal without comments and needless space. What stands in quotes stays as it is. */
export function tightCss(css: string): string {
  return css
    .replace(cssToken, (_, quoted?: string) => quoted ?? ' ')
    .split(new RegExp(`(${strings.source})`))
    .map((part, index) => (index % 2 === 1 ? part : tightRules(part)))
    .join('');
}

function tightRules(css: string): string {
  return (
    css
      .replace(/ +/g, ' ')
      .replace(/ ?([{},]) ?/g, '$1')
      .replace(/\( /g, '(')
      .replace(/ \)/g, ')')
      // `--token: ;` is a value of one space, and `--token:;` none at all in the engines before 2021.
      .replace(/(?<!:) ?; ?/g, ';')
      .replace(/([\w-]): (?!;|$)/g, '$1:')
      .replace(/;}/g, '}')
  );
}

/** Where the browser keeps every space: <pre>, and what stands in a <textarea> from the start. */
const keepsSpace = /<pre\b|<textarea\b[^>]*>(?!<\/textarea>)/;

/** Tags that stand in lines of their own, or in a drawing: a space beside them shows nowhere, and is a node in each row. */
const block = 'article|aside|dd|div|dl|dt|fieldset|form|h\\d|header|legend|li|ol|option|path|p|section|ul';
const besideBlocks = new RegExp(` ?(</?(?:${block})(?![\\w-])[^>]*>) ?`, 'g');
const withinDrawings = /(<svg\b[^>]*>) | (?=<\/svg>)/g;

/** What stands for an expression, while the parts are one text. */
const expression = '\u0000';

/**
 * The fixed parts of an html`…` literal with each line break and its indentation as one space, and none where the browser
 * shows none.
 */
export function tightHtml(parts: readonly string[]): readonly string[] {
  if (keepsSpace.test(parts.join(''))) return parts;
  return parts
    .join(expression)
    .replace(/\s*\n\s*/g, ' ')
    .replace(besideBlocks, '$1')
    .replace(withinDrawings, '$1')
    .split(expression);
}
