/**
 * The page each test file runs in.
 *
 * What is written to the console as an error or a warning fails the test that caused it: a product that is embedded in
 * other people's pages keeps their console clean. A test that expects such a line replaces `console.warn` for its time.
 */
const loudConsole = `
  const expected = /Lit is in dev mode|Multiple versions of Lit/;
  for (const level of ['error', 'warn']) {
    const write = console[level].bind(console);
    console[level] = (...words) => {
      write(...words);
      const text = words.map(String).join(' ');
      if (!expected.test(text)) reportError(new Error('console.' + level + ': ' + text));
    };
  }`;

export const testPage = framework => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Browser tests</title>
    <script>${loudConsole}</script>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`;
