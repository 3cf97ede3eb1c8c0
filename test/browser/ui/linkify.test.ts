import {expect} from '@open-wc/testing';

import {linkify, type Segment} from '../../../src/ui/text/linkify.js';

const links = (text: string): Exclude<Segment, string>[] =>
  linkify(text).filter((segment): segment is Exclude<Segment, string> => typeof segment !== 'string');

const texts = (text: string): string[] => links(text).map(link => link.text);
const hrefs = (text: string): string[] => links(text).map(link => link.href);
const whole = (text: string): string =>
  linkify(text)
    .map(segment => (typeof segment === 'string' ? segment : segment.text))
    .join('');

describe('a web address in a text', () => {
  it('is a link, and the words around it are words', () => {
    expect(linkify('See https://example.com/a?b=1#c for more')).to.eql([
      'See ',
      {text: 'https://example.com/a?b=1#c', href: 'https://example.com/a?b=1#c', host: ''},
      ' for more',
    ]);
  });

  it('may be of the plain web, and in capitals', () => {
    expect(hrefs('http://example.com HTTPS://EXAMPLE.COM/A')).to.eql(['http://example.com/', 'https://example.com/A']);
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
    it(`ends where the sentence goes on: ${JSON.stringify(sentence)}`, () => expect(texts(sentence)).to.eql([address]));
  }

  const none = [
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
  for (const text of none) {
    it(`is none in ${JSON.stringify(text)}`, () => expect(linkify(text)).to.eql([text]));
  }

  for (const text of ['https://bank.com@evil.com', 'https://user:word@example.com/', 'http://a:b@c']) {
    it(`is none where it passes for another: ${text}`, () => expect(links(text)).to.eql([]));
  }

  it('is none where it is longer than anybody’s', () => {
    expect(links(`https://example.com/${'a'.repeat(2028)}`)).to.have.lengthOf(1);
    expect(links(`https://example.com/${'a'.repeat(2029)}`)).to.eql([]);
  });
});

describe('a host that is not what it looks like', () => {
  it('is spelled out beside the link, where it has letters of another script', () => {
    expect(links('https://аррӏе.com/')[0]).to.include({text: 'https://аррӏе.com/', host: 'xn--80ak6aa92e.com'});
  });

  it('is spelled out where it is written in code already', () => {
    expect(links('https://xn--80ak6aa92e.com/')[0]?.host).to.equal('xn--80ak6aa92e.com');
  });

  it('is spelled out where the browser reads another', () => {
    expect(links('https://①②.com/')[0]?.host).to.equal('12.com');
    expect(links('https://0x7f.1/')[0]?.host).to.equal('127.0.0.1');
  });

  it('is left alone where it is what it looks like', () => {
    for (const text of ['https://Example.com', 'https://example.com:443/', 'https://example.com:8443/a']) {
      expect(links(text)[0]?.host).to.equal('');
    }
  });
});

describe('a mail or telephone address in a text', () => {
  it('is a link', () => {
    expect(linkify('Write to anna.b+isp@mail.example.co.uk.')).to.eql([
      'Write to ',
      {text: 'anna.b+isp@mail.example.co.uk', href: 'mailto:anna.b+isp@mail.example.co.uk', host: ''},
      '.',
    ]);
    expect(hrefs('mailto:anna@example.com, tel:+4930123456')).to.eql(['mailto:anna@example.com', 'tel:+4930123456']);
  });

  it('writes nobody’s mail for them', () => {
    expect(hrefs('mailto:anna@example.com?subject=Cancel&body=my%20line')).to.eql(['mailto:anna@example.com']);
    expect(links('mailto:?body=text')).to.eql([]);
  });

  it('is a number as people write it, with its country', () => {
    expect(links('Call +49 (30) 123 456-78, please')).to.eql([
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
    it(`is none in ${text}`, () => expect(linkify(text)).to.eql([text]));
  }
});

describe('a text with links', () => {
  it('is the same text as before', () => {
    const text = '(a) https://example.com/a). anna@example.com!\n\nhttps://bank.com@evil.com +49 30 1234567 <b>';
    expect(whole(text)).to.equal(text);
  });

  it('may have none, or be one, or be empty', () => {
    expect(linkify('plain')).to.eql(['plain']);
    expect(linkify('https://example.com/')).to.have.lengthOf(1);
    expect(linkify('')).to.eql([]);
  });

  it('has a hundred links at most, and keeps its words', () => {
    const text = 'https://example.com/ '.repeat(150);
    expect(links(text)).to.have.lengthOf(100);
    expect(whole(text)).to.equal(text);
  });
});
