import {expect} from 'chai';
import {describe, it} from 'node:test';

import {textFromEscaped, textFromHtml} from '../../../adapters/internal/text-from-html.js';
import {textToHtml} from '../../../adapters/internal/text-to-html.js';

describe('the text of HTML', () => {
  for (const [what, html, text] of [
    ['paragraphs and lines', '<p>One<br>two</p><p>three</p>', 'One\ntwo\n\nthree'],
    ['divisions, as mail programs write lines', '<div>One</div><div><br></div><div>two</div>', 'One\n\ntwo'],
    ['lists in lists', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
    ['a numbered list', '<ol><li>a</li><li>b</li></ol>', ' 1. a\n 2. b'],
    [
      'the address of a link',
      '<a href="https://isp.example/a?b=1&amp;c=2">here</a>',
      'here (https://isp.example/a?b=1&c=2)',
    ],
    [
      'a link whose text is its address',
      '<a href="https://isp.example">https://isp.example</a>',
      'https://isp.example',
    ],
    ['a mail address', '<a href="mailto:help@isp.example">help@isp.example</a>', 'help@isp.example'],
    ['a link that is a script', '<a href="javascript:alert(1)">here</a> <a href="#x">there</a>', 'here there'],
    ['a script', '<script>alert(1)</script><p>ok</p><noscript>no</noscript>', 'ok'],
    ['styles and comments', '<style>p{color:red}</style><!-- Secret --><p>ok</p>', 'ok'],
    ['what is not for readers', '<title>T</title><template>x</template><iframe>x</iframe>ok', 'ok'],
    ['pictures', '<p>See <img src="data:image/png;base64,AAAA" alt="x">this</p>', 'See this'],
    ['entities', '&lt;b&gt; &amp;&nbsp;&quot;q&quot; &#8364; &auml; &unknown;', '<b> & "q" € ä &unknown;'],
    ['quotations', '<blockquote>Was<br>it?</blockquote>Yes', '> Was\n> it?\n\nYes'],
    [
      'a table',
      '<table><tr><th>Line</th><th>State</th></tr><tr><td>1</td><td>down</td></tr></table>',
      'Line  State\n1     down',
    ],
    ['a heading', '<h2>Outage</h2><p>Tonight</p>', 'Outage\n\nTonight'],
    ['text from right to left', '<div dir="rtl">שלום <b>עולם</b></div>', 'שלום עולם'],
    ['code', '<pre>  ping\n    pong</pre>', '  ping\n    pong'],
    ['signs that are no tags', 'speed < 3 & > 2', 'speed < 3 & > 2'],
    ['tags that never end', '<p>One<div>two<b>three', 'One\n\ntwothree'],
    ['nothing', '', ''],
    ['only spaces', '<p>&nbsp;</p>', ''],
    ['line breaks at the end of a block', '<div>One<br></div><p>two<br></p><p>three</p>', 'One\n\ntwo\n\nthree'],
  ] as const) {
    it(`has ${what}`, () => {
      expect(textFromHtml(html)).to.equal(text);
    });
  }

  it('is cut where elements are nested too deeply for the call stack', () => {
    expect(textFromHtml(`before${'<div>'.repeat(100_000)}x`)).to.match(/^before\n/);
  });

  it('has the lines of escaped text', () => {
    expect(textFromEscaped('It&#039;s down\r\n\r\n&lt;b&gt; &amp; so')).to.equal("It's down\n\n<b> & so");
  });

  it('has a tab where a browser shows one, and none of the source text', () => {
    const copied = '<div>\n\t<p>one<span class="Apple-tab-span" style="white-space: pre;">\t</span>two</p>\n\t</div>';
    expect(textFromHtml(copied)).to.equal('one\ttwo');
    expect(textFromHtml('<span style="white-space:pre-wrap">a <b>b</b></span>')).to.equal('a b');
  });

  for (const text of ['a  b   c\n  indented', 'one\ttwo\n\tthree', 'two\u200bwords', 'a&b\n\n\nc']) {
    it(`is what was written, if it was escaped: ${JSON.stringify(text)}`, () => {
      expect(textFromEscaped(text.replaceAll('&', '&amp;').replaceAll('\n', '\r\n'))).to.equal(text);
    });
  }

  for (const text of [
    'One\ntwo\n\n\nthree',
    'a  b   c\n  indented',
    '<b> & "q" &amp; \'',
    'one\ttwo\n\tthree \t four',
    '\tone',
    'two\u200bwords',
    'https://isp.example/?a=1&b=2',
  ]) {
    it(`is what was written, if it was sent as HTML: ${JSON.stringify(text)}`, () => {
      expect(textFromHtml(textToHtml(text))).to.equal(text);
    });
  }
});
