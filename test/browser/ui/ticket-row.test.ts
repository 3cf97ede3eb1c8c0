import {expect} from '@open-wc/testing';
import {render} from 'lit';

import {createWords, type MessageKey, type Words} from '../../../src/i18n/translator.js';
import {ticketRow, type TicketRowOptions} from '../../../src/ui/list/ticket-row.js';
import {renderTemplate} from '../../support/render-template.js';
import {visibleTextOf} from '../../support/text-content.js';
import {ticket} from '../../support/ticket-fixtures.js';

/** Words that note what is said with them. */
function notedWords(): {words: Words; said: MessageKey[]} {
  const said: MessageKey[] = [];
  const words = new Proxy(createWords('en-GB'), {
    apply: (target, self, [key, values]: Parameters<Words>) => {
      said.push(key);
      return Reflect.apply(target, self, [key, values]) as string;
    },
  });
  return {words, said};
}

describe('the row of a ticket', () => {
  const open = {timeZone: 'UTC', config: undefined, selectedId: '', href: () => undefined, onOpen: () => {}};
  const {now} = Date;

  afterEach(() => (Date.now = now));

  const row = (): {said: MessageKey[]; box: HTMLElement; draw(changes?: object, options?: object): void} => {
    const {words, said} = notedWords();
    const box = renderTemplate('');
    const known = ticket('a', {replyCount: 3});
    return {
      said,
      box,
      draw: (changes, options) => {
        said.length = 0;
        const shown = changes ? {...known, ...changes} : known;
        const with_: TicketRowOptions = {...open, words, ...options};
        render(ticketRow(shown, with_), box);
      },
    };
  };

  it('is not looked at again while nothing of it has changed', () => {
    const {draw, said} = row();
    draw();
    expect(said).to.include('row.replies');
    draw();
    expect(said).to.be.empty;
  });

  it('shows what has changed of its ticket, and whether it is open', () => {
    const {draw, box} = row();
    draw();
    draw({status: 'resolved', replyCount: 4});
    expect(visibleTextOf(box)).to.include('Resolved').and.include('4');
    draw(undefined, {selectedId: 'a'});
    expect(box.querySelector('[aria-current]')).to.exist;
    draw(undefined, {href: () => '#a'});
    expect(box.querySelector('a')?.getAttribute('href')).to.equal('#a');
  });

  it('says how long ago somebody wrote, which is another thing an hour later', () => {
    const {draw, box} = row();
    Date.now = () => Date.parse('2026-05-01T10:00:00.000Z');
    draw();
    expect(visibleTextOf(box)).to.include('1 hour ago');
    Date.now = () => Date.parse('2026-05-01T11:00:00.000Z');
    draw();
    expect(visibleTextOf(box)).to.include('2 hours ago');
  });
});
