import type {Page} from 'playwright-core';
import type {Random} from '../../demo/desk/seed/random.js';
import {words} from '../e2e/support/words.js';
import {readWholePage} from '../e2e/support/witness.js';
import type {Device} from './device.js';
import type {Note} from './notebook.js';

export interface TabOptions {
  readonly device: Device;
  readonly random: Random;
  /** The tickets that are open in it. */
  readonly ticketIds: readonly string[];
  /** Whether a text is at the desk. */
  readonly hasArrived: (note: Note) => Promise<boolean>;
  /** Is told what the page calls uncertain. Its customer leaves it at that. */
  readonly onUncertain?: (text: string) => void;
}

/** How a page comes to its end without its customer's doing. */
export type End = 'reload' | 'kill' | 'crash';

/** How long a thing may take that has to come, in seconds. A slow machine is no fault. */
const patience = 90;

/** When a page ends after Send was pressed. */
const moments = ['at once', 'isSafe', 'isUnderWay'] as const;

let pages = 0;

/** One tab of a customer's, through all of its pages. What is written in it goes through the elements' own boxes and buttons. */
export class Tab {
  readonly #options: TabOptions;
  readonly #isPatient: boolean;
  #page!: Page;
  #name = '';
  /** What may not be kept yet. */
  #unsure: Note[] = [];

  constructor(options: TabOptions) {
    this.#options = options;
    this.#isPatient = options.random.chance(0.5);
  }

  async open(): Promise<void> {
    const {device, ticketIds} = this.#options;
    await device.line.inTurn(async () => {
      this.#page = await device.newPage();
      await this.#page.goto(`/?${new URLSearchParams(ticketIds.map(id => ['ticket', id]))}`);
    });
    await this.#arrive();
  }

  close(): Promise<void> {
    return this.#page.close();
  }

  /** Writes something and presses Send. */
  async write(note: Note): Promise<void> {
    await this.#asSoonAsThereIsRoom(note, () => this.#put(note));
  }

  /** The same with the line cut. It comes back when the text is kept. */
  async writeOffline(note: Note): Promise<void> {
    await this.#asSoonAsThereIsRoom(note, () =>
      this.#options.device.offline(async () => {
        const isSent = await this.#put(note);
        await this.settle();
        return isSent;
      }),
    );
  }

  /** The same, and the page comes to its end: at once, when the text is kept, or while it is being sent. */
  async writeAndEnd(note: Note, end: End): Promise<void> {
    const moment = this.#options.random.pick(moments);
    if (moment === 'at once') return this.#asSoonAsThereIsRoom(note, () => this.#putAndEnd(note, end));
    await this.write(note);
    await this.#lookAfterUntil(moment, note.text);
    await this.#endAndReturn(end);
  }

  /** Waits until everything that was written here is kept. */
  async settle(): Promise<void> {
    for (const note of this.#unsure.splice(0)) {
      await this.#until('isSafe', note.text);
      note.keptAt = performance.now();
    }
  }

  /** Waits until nothing is shown as unsent any more, nor stands in a box. */
  async allSent(): Promise<void> {
    await this.#lookAfterUntil('isDone');
  }

  /** Waits until nothing is kept for anybody who has written on this device. */
  async nothingKept(): Promise<void> {
    await this.#until('keepsNothing');
  }

  /** Every text that can be read here. */
  async textsShown(): Promise<ReadonlySet<string>> {
    const {markup = ''} = await readWholePage(this.#page);
    return new Set(markup.match(/No\. \d{5}/g));
  }

  async #arrive(): Promise<void> {
    this.#name = `${++pages}`;
    for (const ticketId of this.#options.ticketIds) await this.#until('canReply', ticketId);
  }

  /** Too much may be waiting already: then the words stay where they are, and are sent when some of that is through. */
  async #asSoonAsThereIsRoom(note: Note, put: () => Promise<boolean>): Promise<void> {
    for (;;) {
      if (note.kind === 'ticket') await this.#until('canWriteTicket');
      if (await this.#options.device.hands.inTurn(put)) return;
      if (!this.#isPatient) await this.#do('lookAgain');
      await this.#lookAfterUntil('hasRoom');
    }
  }

  /** Waits, and lets go of what is uncertain: all that was written after it waits for it. */
  async #lookAfterUntil(what: string, ...texts: readonly string[]): Promise<void> {
    const {onUncertain} = this.#options;
    if (!onUncertain) return this.#until(what, ...texts);
    for (const deadline = Date.now() + patience * 1000; Date.now() < deadline;) {
      if (await this.#comes(1, what, ...texts)) return;
      for (const text of await this.#do<string[]>('discard', words('error.uncertain'))) onUncertain(text);
    }
    await this.#until(what, ...texts);
  }

  async #put(note: Note): Promise<boolean> {
    await this.#type(note);
    return this.#send(note);
  }

  /** What is lost with the page stands in the draft: nobody writes over it, in the other tab either, before it is taken up. */
  async #putAndEnd(note: Note, end: End): Promise<boolean> {
    await this.#type(note);
    await this.#until('isKept', 'draft', note.text);
    if (!(await this.#send(note))) return false;
    await this.#endAndReturn(end);
    return true;
  }

  #type({kind, text, ticketId = ''}: Note): Promise<void> {
    return kind === 'ticket'
      ? this.#do('typeTicket', text, `${text} as it happened.`)
      : this.#do('typeReply', ticketId, text);
  }

  async #send(note: Note): Promise<boolean> {
    note.page = this.#name;
    note.pressedAt = performance.now();
    const isSent =
      note.kind === 'ticket' ? this.#do<boolean>('sendTicket') : this.#do<boolean>('sendReply', note.ticketId ?? '');
    if (!(await isSent)) return false;
    this.#unsure.push(note);
    return true;
  }

  async #endAndReturn(end: End): Promise<void> {
    await this.#options.device.line.inTurn(() => this.#end(end));
    if (end === 'reload') await this.#arrive();
    else await this.open();
    await this.#takeUp();
  }

  async #end(end: End): Promise<void> {
    if (end === 'reload') await this.#page.reload();
    if (end === 'crash') {
      const crash = this.#page.waitForEvent('crash');
      void this.#page.goto('chrome://crash').catch(() => undefined);
      await crash;
    }
    if (end !== 'reload') await this.#page.close({runBeforeUnload: false});
  }

  /** What had not been kept when the page came to its end stands in its box again, and its customer presses Send once more. */
  async #takeUp(): Promise<void> {
    for (const note of this.#unsure.splice(0)) {
      if ((await this.#do('isKept', 'outbox', note.text)) || (await this.#options.hasArrived(note))) {
        note.keptAt = performance.now();
      } else if (await this.#stands(note)) {
        while (!(await this.#put(note))) await this.#lookAfterUntil('hasRoom');
      }
    }
  }

  /** Whether a text comes back into its box. */
  #stands({kind, text, ticketId = ''}: Note): Promise<boolean> {
    return kind === 'ticket' ? this.#comes(10, 'hasSubject', text) : this.#comes(10, 'hasInBox', ticketId, text);
  }

  async #until(what: string, ...words: readonly string[]): Promise<void> {
    if (await this.#comes(patience, what, ...words)) return;
    const shown = JSON.stringify(await this.#do('report'), undefined, 2);
    throw new Error(`Waited in vain for ${what}(${words.join(', ')}). The page shows ${shown}`);
  }

  #comes(seconds: number, what: string, ...words: readonly string[]): Promise<boolean> {
    return this.#do('until', seconds, what, ...words);
  }

  /** What a page is to do or to say: see page/person.js. */
  #do<Result>(what: string, ...words: readonly (string | number)[]): Promise<Result> {
    return this.#page.evaluate<Result>(`person.${what}(${words.map(word => JSON.stringify(word)).join(', ')})`);
  }
}
