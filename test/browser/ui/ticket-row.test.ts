import {expect} from '@open-wc/testing';
import {render} from 'lit';

import type {TicketSummary} from '../../../src/contract/ticket.js';
import type {MessageKey, Translator} from '../../../src/i18n/translator.js';
import {createTranslator} from '../../support/translator.js';
import {ticketRow, type TicketRowOptions} from '../../../src/ui/list/ticket-row.js';
import {renderTemplate} from '../../support/render-template.js';
import {visibleTextOf} from '../../support/text-content.js';
import {ticket} from '../../support/ticket-fixtures.js';

/** A translator that records the keys that it is called with. */
function recordingTranslator(): {t: Translator; keys: MessageKey[]} {
  const keys: MessageKey[] = [];
  const t = new Proxy(createTranslator('en-GB'), {
    apply: (target, self, [key, values]: Parameters<Translator>) => {
      keys.push(key);
      return Reflect.apply(target, self, [key, values]) as string;
    },
  });
  return {t, keys};
}

describe('the row of a ticket', () => {
  const {now} = Date;

  afterEach(() => (Date.now = now));

  function createRow() {
    const {t, keys} = recordingTranslator();
    const box = renderTemplate('');
    const original = ticket('a', {replyCount: 3});
    const defaults = {
      t,
      timeZone: 'UTC',
      config: undefined,
      selectedId: '',
      hasUnsent: false,
      href: () => undefined,
      onOpen: () => {},
    };
    return {
      box,
      /** Renders the row, and returns the keys of the messages that were translated for it. */
      renderRow(changes?: Partial<TicketSummary>, options?: Partial<TicketRowOptions>): readonly MessageKey[] {
        keys.length = 0;
        const shown = changes ? {...original, ...changes} : original;
        render(ticketRow(shown, {...defaults, ...options}), box);
        return [...keys];
      },
    };
  }

  it('translates nothing when it is rendered again without a change', () => {
    const {renderRow} = createRow();
    expect(renderRow()).to.include('row.replies');
    expect(renderRow()).to.be.empty;
  });

  it('shows a changed status and reply count', () => {
    const {renderRow, box} = createRow();
    renderRow();
    renderRow({status: 'resolved', replyCount: 4});
    expect(visibleTextOf(box)).to.include('Resolved').and.include('4');
  });

  it('shows that its ticket was opened', () => {
    const {renderRow, box} = createRow();
    renderRow();
    renderRow(undefined, {selectedId: 'a'});
    expect(box.querySelector('[aria-current]')).to.exist;
  });

  it('becomes a link when its ticket gets a URL', () => {
    const {renderRow, box} = createRow();
    renderRow();
    renderRow(undefined, {href: () => '#a'});
    expect(box.querySelector('a')?.getAttribute('href')).to.equal('#a');
  });

  it('updates the relative time of the last activity after an hour', () => {
    const {renderRow, box} = createRow();
    Date.now = () => Date.parse('2026-05-01T10:00:00.000Z');
    renderRow();
    expect(visibleTextOf(box)).to.include('1 hour ago');
    Date.now = () => Date.parse('2026-05-01T11:00:00.000Z');
    renderRow();
    expect(visibleTextOf(box)).to.include('2 hours ago');
  });
});
