import type {Page} from '@playwright/test';
import type {Random} from '../../demo/desk/seed/random.js';
import {readWholePage} from '../e2e/support/page-monitor.js';
import {t} from '../e2e/support/translate.js';
import type {Device} from './device.js';
import type {LedgerEntry} from './ledger.js';

export interface TabOptions {
  readonly device: Device;
  readonly random: Random;
  /** The tickets that are open in the tab. */
  readonly ticketIds: readonly string[];
  /** Whether a text is at the desk. */
  readonly hasDelivered: (entry: LedgerEntry) => Promise<boolean>;
  /** Called with each text that the page shows as uncertain, which the customer then discards. */
  readonly onUncertain?: (text: string) => void;
}

/** How a page ends without the customer's doing. */
export type PageEnd = 'reload' | 'kill' | 'crash';

/** How long to wait for something that must happen, in seconds. Long, because a slow machine is not a fault. */
const timeout = 90;

/** When a page ends after Send was pressed. */
const moments = ['immediately', 'isStoredOrDelivered', 'isSendingOrDelivered'] as const;

let pageLoads = 0;

/** One tab, through all of its page loads. The customer writes with the elements' own fields and buttons. */
export class Tab {
  readonly #options: TabOptions;
  readonly #isPatient: boolean;
  #page!: Page;
  #pageName = '';
  /** Texts that may not be stored yet. */
  #pending: LedgerEntry[] = [];

  constructor(options: TabOptions) {
    this.#options = options;
    this.#isPatient = options.random.chance(0.5);
  }

  async open(): Promise<void> {
    const {device, ticketIds} = this.#options;
    await device.connection.runExclusive(async () => {
      this.#page = await device.newPage();
      await this.#page.goto(`/?${new URLSearchParams(ticketIds.map(id => ['ticket', id]))}`);
    });
    await this.#waitUntilLoaded();
  }

  /** Writes a text and presses Send. */
  async write(entry: LedgerEntry): Promise<void> {
    await this.#whenThereIsRoom(entry, () => this.#enterAndSend(entry));
  }

  /** The same while offline, until the text is stored. */
  async writeOffline(entry: LedgerEntry): Promise<void> {
    await this.#whenThereIsRoom(entry, () =>
      this.#options.device.offline(async () => {
        const isSent = await this.#enterAndSend(entry);
        await this.waitUntilStored();
        return isSent;
      }),
    );
  }

  /** The same, and the page ends: immediately, when the text is stored, or while it is being sent. */
  async writeAndEndPage(entry: LedgerEntry, end: PageEnd): Promise<void> {
    const moment = this.#options.random.pick(moments);
    if (moment === 'immediately') return this.#whenThereIsRoom(entry, () => this.#sendAndEndPage(entry, end));
    await this.write(entry);
    await this.#discardUncertainUntil(moment, entry.text);
    await this.#endPageAndReturn(end);
  }

  /** Waits until all texts of this tab are stored. */
  async waitUntilStored(): Promise<void> {
    for (const entry of this.#pending.splice(0)) {
      await this.#waitUntil('isStoredOrDelivered', entry.text);
      entry.storedAt = performance.now();
    }
  }

  /** Waits until no text is shown as unsent, and all fields are empty. */
  async waitUntilSent(): Promise<void> {
    await this.#discardUncertainUntil('isDone');
  }

  /** Waits until no text of any customer is stored on this device. */
  async waitUntilNothingStored(): Promise<void> {
    await this.#waitUntil('storesNothing');
  }

  /** All texts that can be read in this tab. */
  async textsShown(): Promise<ReadonlySet<string>> {
    const {markup = ''} = await readWholePage(this.#page);
    return new Set(markup.match(/No\. \d{5}/g));
  }

  async #waitUntilLoaded(): Promise<void> {
    this.#pageName = `${++pageLoads}`;
    for (const ticketId of this.#options.ticketIds) await this.#waitUntil('canReply', ticketId);
  }

  /** If the outbox is full, the text stays in its field and is sent when there is room. */
  async #whenThereIsRoom(entry: LedgerEntry, send: () => Promise<boolean>): Promise<void> {
    for (;;) {
      if (entry.kind === 'ticket') await this.#waitUntil('canWriteTicket');
      if (await this.#options.device.keyboard.runExclusive(send)) return;
      if (!this.#isPatient) await this.#run('reconnect');
      await this.#discardUncertainUntil('hasRoom');
    }
  }

  /** Discards uncertain texts while waiting: all texts written after them wait for them. */
  async #discardUncertainUntil(condition: string, ...parameters: readonly string[]): Promise<void> {
    const {onUncertain} = this.#options;
    if (!onUncertain) return this.#waitUntil(condition, ...parameters);
    for (const deadline = Date.now() + timeout * 1000; Date.now() < deadline;) {
      if (await this.#becomesTrue(1, condition, ...parameters)) return;
      for (const text of await this.#run<string[]>('discard', t('error.uncertain'))) onUncertain(text);
    }
    await this.#waitUntil(condition, ...parameters);
  }

  async #enterAndSend(entry: LedgerEntry): Promise<boolean> {
    await this.#enter(entry);
    return this.#send(entry);
  }

  /**
   * Waits for the draft, from which a text that is lost with its page is restored. The mutex keeps the other tab from
   * replacing it.
   */
  async #sendAndEndPage(entry: LedgerEntry, end: PageEnd): Promise<boolean> {
    await this.#enter(entry);
    await this.#waitUntil('isStored', 'draft', entry.text);
    if (!(await this.#send(entry))) return false;
    await this.#endPageAndReturn(end);
    return true;
  }

  #enter({kind, text, ticketId = ''}: LedgerEntry): Promise<void> {
    return kind === 'ticket'
      ? this.#run('enterTicket', text, `${text} as it happened.`)
      : this.#run('enterReply', ticketId, text);
  }

  async #send(entry: LedgerEntry): Promise<boolean> {
    entry.page = this.#pageName;
    entry.pressedAt = performance.now();
    const isSent =
      entry.kind === 'ticket'
        ? await this.#run<boolean>('sendTicket')
        : await this.#run<boolean>('sendReply', entry.ticketId ?? '');
    if (isSent) this.#pending.push(entry);
    return isSent;
  }

  async #endPageAndReturn(end: PageEnd): Promise<void> {
    await this.#options.device.connection.runExclusive(() => this.#endPage(end));
    if (end === 'reload') await this.#waitUntilLoaded();
    else await this.open();
    await this.#sendRestoredTexts();
  }

  async #endPage(end: PageEnd): Promise<void> {
    if (end === 'reload') await this.#page.reload();
    if (end === 'crash') {
      const crash = this.#page.waitForEvent('crash');
      void this.#page.goto('chrome://crash').catch(() => undefined);
      await crash;
    }
    if (end !== 'reload') await this.#page.close({runBeforeUnload: false});
  }

  /** If a text was not in the outbox when its page ended, it is restored to its field, and sent again. */
  async #sendRestoredTexts(): Promise<void> {
    for (const entry of this.#pending.splice(0)) {
      if ((await this.#run('isStored', 'outbox', entry.text)) || (await this.#options.hasDelivered(entry))) {
        entry.storedAt = performance.now();
      } else if (await this.#isRestored(entry)) {
        while (!(await this.#enterAndSend(entry))) await this.#discardUncertainUntil('hasRoom');
      }
    }
  }

  /** Whether a text comes back to its field. */
  #isRestored({kind, text, ticketId = ''}: LedgerEntry): Promise<boolean> {
    return kind === 'ticket'
      ? this.#becomesTrue(10, 'hasSubject', text)
      : this.#becomesTrue(10, 'hasReplyText', ticketId, text);
  }

  async #waitUntil(condition: string, ...parameters: readonly string[]): Promise<void> {
    if (await this.#becomesTrue(timeout, condition, ...parameters)) return;
    const report = JSON.stringify(await this.#run('report'), undefined, 2);
    throw new Error(`Timed out waiting for ${condition}(${parameters.join(', ')}). The page shows ${report}`);
  }

  #becomesTrue(seconds: number, condition: string, ...parameters: readonly string[]): Promise<boolean> {
    return this.#run('waitUntil', seconds, condition, ...parameters);
  }

  /** Calls a function of page/user-actions.js in the page. */
  #run<Result>(name: string, ...parameters: readonly (string | number)[]): Promise<Result> {
    const list = parameters.map(parameter => JSON.stringify(parameter)).join(', ');
    return this.#page.evaluate<Result>(`userActions.${name}(${list})`);
  }
}
