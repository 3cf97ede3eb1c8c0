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

/**
 * The fixed parts of an html`…` literal with each line break and its indentation as one space: what the browser shows for
 * it anyway.
 */
export function tightHtml(parts: readonly string[]): readonly string[] {
  return keepsSpace.test(parts.join('')) ? parts : parts.map(part => part.replace(/\s*\n\s*/g, ' '));
}
