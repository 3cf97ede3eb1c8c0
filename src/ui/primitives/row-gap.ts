import {html, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';

import type {Translator} from '../../i18n/translator.js';

/** Rows that follow each other and are not in the document. */
export interface RowGap<Row> {
  readonly id: string;
  readonly missing: readonly Row[];
}

export interface RowGapOptions<Row> {
  readonly t: Translator;
  /** What the buttons say. */
  readonly label: string;
  /** What find-in-page finds of a row. */
  readonly textOf: (row: Row) => string;
  /** Renders a row, and moves the focus to it. */
  readonly onShow: (row: Row) => void;
}

/**
 * Takes the place of rows that are far from the view. Find-in-page finds their texts, each in a line at the place of
 * its row. At both ends, there is a button, from which the focus goes on to the row that would be next.
 */
export const rowGap = <Row>(missing: readonly Row[], {t, label, textOf, onShow}: RowGapOptions<Row>): unknown =>
  guard([missing, t], () => {
    const end = (row: Row): TemplateResult => {
      const show = (): void => onShow(row);
      return html`<button class="visually-hidden" type="button" @focus=${show} @click=${show}>${label}</button>`;
    };
    const text = missing.map(row => textOf(row).replace(/\s*\n\s*/g, ' ')).join('\n');
    return html`<li class="gap">
      ${end(missing[0] as Row)}
      <p hidden="until-found" .textContent=${text}></p>
      ${end(missing[missing.length - 1] as Row)}
    </li>`;
  });
