import {describe, it} from 'node:test';

import {expect} from 'chai';

import {textParts} from '../../../src/ui/text/text-parts.js';

const quoted = (count: number, mark = '> '): string =>
  Array.from({length: count}, (_, index) => `${mark}line ${index}`).join('\n');

/** The first lines of the folded quotations. */
const summariesOf = (text: string): (string | undefined)[] =>
  textParts(text, Infinity).parts.flatMap(({summary}) => (summary === undefined ? [] : [summary]));

/** The text as it is shown when all quotations are open. */
const joined = (text: string): string =>
  textParts(text, Infinity)
    .parts.map(({summary, blocks}) => [...(summary === undefined ? [] : [summary]), ...blocks].join('\n'))
    .map(part => part.replace(/\n$/, ''))
    .join('\n');

describe('a quotation', () => {
  for (const introduction of [
    'On Mon, 3 May 2026 at 21:00, Anna <anna@example.com> wrote:',
    'Am 3. Mai 2026 um 21:00 schrieb Anna:',
    'Le lun. 3 mai 2026 à 21:00, Anna a écrit :',
    'El lun, 3 may 2026, Anna escribió:',
    '3 мая 2026 г. Анна написала:',
    'У пн, 3 трав. 2026 Анна пише:',
    '2026年5月3日(月) 21:00 Anna のメール:',
    '2026年5月3日 Anna 写道：',
    'كتب Anna في 3 مايو 2026:',
    'wrote:   ',
  ]) {
    it(`is folded behind the line before it, in any language: ${introduction}`, () => {
      expect(summariesOf(`Thanks.\n\n${introduction}\n${quoted(12)}`)).to.eql([introduction]);
    });
  }

  it('is folded behind that line across an empty line and Windows line breaks', () => {
    expect(summariesOf(`Thanks.\r\n\r\nAnna wrote:\r\n\r\n${quoted(12).replace(/\n/g, '\r\n')}`)).to.eql([
      'Anna wrote:',
    ]);
  });

  it('is folded behind its own first line if no line ends with a colon before it', () => {
    expect(summariesOf(`Thanks.\n${quoted(12)}`)).to.eql(['> line 0']);
    expect(summariesOf(quoted(12, '>'))).to.eql(['>line 0']);
    expect(summariesOf(quoted(12, '＞ '))).to.eql(['＞ line 0']);
  });

  it('is one with the quotations within it and the empty lines between its lines', () => {
    expect(summariesOf(`Anna wrote:\n${quoted(4)}\n\n${quoted(4, '> > ')}\n>\n${quoted(4)}\nend`)).to.have.lengthOf(1);
  });

  it('is folded if it is one long paragraph', () => {
    expect(summariesOf(`Anna wrote:\n> ${'word '.repeat(200)}`)).to.eql(['Anna wrote:']);
    expect(summariesOf(`> ${'word '.repeat(200)}`)).to.eql([]);
  });

  const lines = Array.from({length: 12}, (_, index) => `line ${index}`).join('\n');

  for (const [summary, header] of [
    ['-----Original Message-----', 'From: Anna\nSent: Monday\nSubject: Slow\n'],
    ['-----Ursprüngliche Nachricht-----', 'Von: Anna\nGesendet: Montag\n'],
    ['---------- Forwarded message ---------', 'De : Anna <anna@example.com>\nDate : lundi\n'],
    ['________________________________', '发件人： Anna\n发送时间： 星期一\n'],
    ['On Mon, 3 May 2026 at 21:00, Anna <anna@example.com> wrote:', ''],
    ['Anna <anna@example.com> 于2026年5月3日写道：', ''],
  ] as const) {
    it(`is the rest of the text after an email’s ${summary}, without a > at the lines`, () => {
      expect(summariesOf(`Thanks.\n\n${summary}\n${header}\n${lines}`)).to.eql([summary]);
    });
  }

  for (const ordinary of [
    'Please do this:',
    'At 21:00 Anna wrote to <support> as follows:',
    '--- example.com ping statistics ---',
    '------------------------------',
    '----- Downstream channels -----\nLocked: yes',
    '__________\nName: Anna',
    'Write to <anna@example.com> for help',
  ]) {
    it(`is not what stands below ${JSON.stringify(ordinary)}`, () => {
      expect(summariesOf(`Hello\n${ordinary}\n${lines}`)).to.eql([]);
    });
  }

  it('is open if it is short, because its answer stands below it', () => {
    expect(summariesOf('> Which lights are on?\nThe red one.\n\n> Since when?\n> Every day?\nSince Monday.')).to.eql(
      [],
    );
  });

  it('is not seen in arrows, comparisons and markup', () => {
    const text = ['a > b', '-> c', '<b>', 'x >= 1', '  code > d', 'e', 'f >'].join('\n');
    expect(summariesOf(text.repeat(5))).to.eql([]);
  });

  for (const [what, text] of Object.entries({
    'text around it': `Thanks.\n\nAnna wrote:\n${quoted(12)}\n\nRegards`,
    'two of them': `a\n${quoted(9)}\nb\n\n${quoted(9)}\n\n\nc`,
    'nothing else': quoted(500),
    'an empty line before the quotation': `Anna wrote:\n\n${quoted(12)}\n`,
  })) {
    it(`keeps every line of the text: ${what}`, () => {
      expect(joined(text)).to.equal(text.replace(/\n$/, ''));
    });
  }
});

describe('the maximum length', () => {
  it('counts a tenth of a folded quotation', () => {
    const text = `Anna wrote:\n${quoted(500)}\nRegards`;
    expect(textParts(text, 1000).isCut).to.be.false;
    expect(textParts(text, 500).isCut).to.be.true;
  });

  it('cuts the text after a quotation, and everything after that', () => {
    const {parts, isCut} = textParts(`${quoted(12)}\n${'a'.repeat(200)}\n${quoted(12)}`, 100);
    expect(isCut).to.be.true;
    expect(parts).to.have.lengthOf(2);
    expect(parts[1]!.blocks.join('').length).to.be.within(80, 100);
  });

  it('cuts nothing without saying so, however long the lines are that do not count', () => {
    for (const text of [`${'a'.repeat(500)}:\n${quoted(6)}\n`.repeat(50), '>\r\n'.repeat(5_000)]) {
      const {parts, isCut} = textParts(text, 1_000);
      const shown = parts.map(({summary = '', blocks}) => summary + blocks.join('\n')).join('\n');
      expect(isCut || shown.length >= text.replace(/\r/g, '').length - 2).to.be.true;
    }
  });

  it('takes less than two seconds for a megabyte of the same lines', () => {
    for (const line of [
      '>\n',
      '> \n\n',
      'a:\n',
      ':',
      ': ',
      '\n',
      'a:\n\n>',
      '>:\n',
      '<a@',
      '<',
      '-',
      '-----a',
      '-----a-----\n',
      '__________\na: b\n',
      '<a@b>:',
    ]) {
      const start = performance.now();
      textParts(line.repeat(1_000_000 / line.length), Infinity);
      expect(performance.now() - start, JSON.stringify(line)).to.be.below(2000);
    }
  });
});
