/**
 * The page in which each test file runs.
 *
 * `console.error` and `console.warn` fail the test that is running: an embedded component must keep the console of its
 * page clean. A test that expects a warning replaces `console.warn` temporarily. Servers that break the contract are the
 * subject of many tests: the warning about them is expected, and contract-flaws.test.ts looks at it.
 */
const failOnConsole = `
  const expected = /Lit is in dev mode|Multiple versions of Lit|the server breaks the contract/;
  for (const level of ['error', 'warn']) {
    const write = console[level].bind(console);
    console[level] = (...values) => {
      write(...values);
      const text = values.map(String).join(' ');
      if (!expected.test(text)) reportError(new Error('console.' + level + ': ' + text));
    };
  }`;

/** Each test file is a device of its own: files that run at the same time would take turns with the same customer's messages. */
const ownLocks = `
  if (navigator.locks) {
    const device = Math.random();
    const {request} = LockManager.prototype;
    LockManager.prototype.request = function (name, ...rest) {
      return request.call(this, device + name, ...rest);
    };
  }`;

/** A window of WebKitGTK is never narrower than 447 px, so tests run in a frame, which setViewport() resizes. */
const loadInFrame = framework => `
  if (window === top) {
    const frame = document.createElement('iframe');
    frame.src = location.href;
    frame.style = 'position: fixed; inset: 0; inline-size: 800px; block-size: 600px; border: 0';
    document.body.append(frame);
  } else await import('${framework}');`;

export const testPage = (framework, {isFramed}) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Browser tests</title>
    <script>${failOnConsole}</script>
    <script>${ownLocks}</script>
  </head>
  <body>
    ${isFramed ? `<script type="module">${loadInFrame(framework)}</script>` : `<script type="module" src="${framework}"></script>`}
  </body>
</html>`;
