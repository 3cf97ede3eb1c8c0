import {expect} from '@open-wc/testing';

import {linkify, type Segment} from '../../../src/ui/text/linkify.js';

const linksIn = (text: string): Exclude<Segment, string>[] =>
  linkify(text).filter((segment): segment is Exclude<Segment, string> => typeof segment !== 'string');

const linkTextsIn = (text: string): string[] => linksIn(text).map(link => link.text);
const hrefsIn = (text: string): string[] => linksIn(text).map(link => link.href);
const textOf = (text: string): string =>
  linkify(text)
    .map(segment => (typeof segment === 'string' ? segment : segment.text))
    .join('');

describe('a URL in a text', () => {
  it('is a link between plain text', () => {
    expect(linkify('See https://example.com/a?b=1#c for more')).to.eql([
      'See ',
      {text: 'https://example.com/a?b=1#c', href: 'https://example.com/a?b=1#c', host: ''},
      ' for more',
    ]);
  });

  it('may be HTTP or in upper case', () => {
    expect(hrefsIn('http://example.com HTTPS://EXAMPLE.COM/A')).to.eql([
      'http://example.com/',
      'https://example.com/A',
    ]);
  });

  const sentences: Readonly<Record<string, string>> = {
    'It is at https://example.com/a.': 'https://example.com/a',
    'https://example.com/a, and more': 'https://example.com/a',
    'Is it https://example.com/a?!': 'https://example.com/a',
    '"https://example.com/a"': 'https://example.com/a',
    "'https://example.com/a';": 'https://example.com/a',
    '<https://example.com/a>': 'https://example.com/a',
    '(see https://example.com/a)': 'https://example.com/a',
    '[https://example.com/a].': 'https://example.com/a',
    '{https://example.com/a}': 'https://example.com/a',
    '((https://example.com/a))': 'https://example.com/a',
    '(https://example.com/a_(b))': 'https://example.com/a_(b)',
    'https://example.com/a_(b)': 'https://example.com/a_(b)',
    'https://example.com/a_(b).': 'https://example.com/a_(b)',
    'https://example.com/a[1]': 'https://example.com/a[1]',
    'https://example.com/a).(': 'https://example.com/a).(',
    'https://example.com/a/': 'https://example.com/a/',
    'https://example.com/a-': 'https://example.com/a-',
    'line one\nhttps://example.com/a\nline two': 'https://example.com/a',
    '`https://example.com/a`': 'https://example.com/a',
  };
  for (const [sentence, address] of Object.entries(sentences)) {
    it(`ends before the punctuation of the sentence: ${JSON.stringify(sentence)}`, () =>
      expect(linkTextsIn(sentence)).to.eql([address]));
  }

  const withoutLink = [
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'JaVaScRiPt://example.com/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.com/',
    'blob:https',
    'www.example.com',
    'example.com',
    'https://',
    'http://%',
    'https:example.com',
    'shttps://x',
    'and/or 24:00 a:b',
  ];
  for (const text of withoutLink) {
    it(`is not found in ${JSON.stringify(text)}`, () => expect(linkify(text)).to.eql([text]));
  }

  for (const text of ['https://bank.com@evil.com', 'https://user:word@example.com/', 'http://a:b@c']) {
    it(`is no link with a user name that imitates a host: ${text}`, () => expect(linksIn(text)).to.eql([]));
  }

  it('is no link if it is longer than 2048 characters', () => {
    expect(linksIn(`https://example.com/${'a'.repeat(2028)}`)).to.have.lengthOf(1);
    expect(linksIn(`https://example.com/${'a'.repeat(2029)}`)).to.eql([]);
  });
});

describe('the host of a link', () => {
  it('is shown as Punycode if it has letters of another script', () => {
    expect(linksIn('https://аррӏе.com/')[0]).to.include({text: 'https://аррӏе.com/', host: 'xn--80ak6aa92e.com'});
  });

  it('is shown if it is written as Punycode', () => {
    expect(linksIn('https://xn--80ak6aa92e.com/')[0]?.host).to.equal('xn--80ak6aa92e.com');
  });

  it('is shown if the browser normalizes it to another', () => {
    expect(linksIn('https://①②.com/')[0]?.host).to.equal('12.com');
    expect(linksIn('https://0x7f.1/')[0]?.host).to.equal('127.0.0.1');
  });

  it('is not shown if the text has it', () => {
    for (const text of ['https://Example.com', 'https://example.com:443/', 'https://example.com:8443/a']) {
      expect(linksIn(text)[0]?.host).to.equal('');
    }
  });
});

describe('an email address or telephone number in a text', () => {
  it('is a link, with or without a scheme', () => {
    expect(linkify('Write to anna.b+isp@mail.example.co.uk.')).to.eql([
      'Write to ',
      {text: 'anna.b+isp@mail.example.co.uk', href: 'mailto:anna.b+isp@mail.example.co.uk', host: ''},
      '.',
    ]);
    expect(hrefsIn('mailto:anna@example.com, tel:+4930123456')).to.eql(['mailto:anna@example.com', 'tel:+4930123456']);
  });

  it('is a link without subject and body of the email', () => {
    expect(hrefsIn('mailto:anna@example.com?subject=Cancel&body=my%20line')).to.eql(['mailto:anna@example.com']);
    expect(linksIn('mailto:?body=text')).to.eql([]);
  });

  it('may have spaces, brackets and hyphens after the country code', () => {
    expect(linksIn('Call +49 (30) 123 456-78, please')).to.eql([
      {text: '+49 (30) 123 456-78', href: 'tel:+493012345678', host: ''},
    ]);
  });

  for (const text of [
    'a@b',
    '@home',
    'a@',
    'x @ y.de',
    '1+1=2',
    '+49',
    'TKT-2026-1234',
    '2026-05-03 21:00',
    '10.0.0.1',
  ]) {
    it(`is not found in ${text}`, () => expect(linkify(text)).to.eql([text]));
  }
});

describe('linkify', () => {
  it('keeps the text', () => {
    const text = '(a) https://example.com/a). anna@example.com!\n\nhttps://bank.com@evil.com +49 30 1234567 <b>';
    expect(textOf(text)).to.equal(text);
  });

  it('takes a text without a link, a link alone, and the empty string', () => {
    expect(linkify('plain')).to.eql(['plain']);
    expect(linkify('https://example.com/')).to.have.lengthOf(1);
    expect(linkify('')).to.eql([]);
  });

  it('makes at most 100 links, and keeps the text after them', () => {
    const text = 'https://example.com/ '.repeat(150);
    expect(linksIn(text)).to.have.lengthOf(100);
    expect(textOf(text)).to.equal(text);
  });
});
