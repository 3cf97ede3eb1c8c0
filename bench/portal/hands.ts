import type {CDPSession, Locator, Page} from 'playwright-core';

/** What a customer did. A letter that is typed is no press. */
export interface Effort {
  presses: number;
  letters: number;
  swipes: number;
  /** How far the customer scrolled, in pixels. */
  scrolled: number;
}

/** How a customer uses the page, counted. */
export interface Hands {
  readonly effort: Effort;
  /** Brings a control into view or focus, and presses it. */
  press(control: Locator): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
  choose(select: Locator, label: string): Promise<void>;
  /** Looks at a text, which may have to be scrolled into view. */
  see(text: Locator): Promise<void>;
  /** Goes on until a row of a long list is in view or has the focus. `more` is pressed if the list ends before. */
  find(row: Locator, more: Locator): Promise<void>;
}

const createEffort = (): Effort => ({presses: 0, letters: 0, swipes: 0, scrolled: 0});

/** The maximum number of swipes, or of presses of Tab, to reach a control. */
const maxAttempts = 100;

type Place = 'start' | 'center';

const distanceTo = (target: Locator, place: Place): Promise<number> =>
  target.evaluate((element, at) => window.measurement.distanceToView(element, at), place);

/** Whether an element can be seen without scrolling. */
export const isInView = async (target: Locator): Promise<boolean> =>
  (await target.count()) > 0 && (await distanceTo(target, 'center')) === 0;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate(element => window.measurement.isFocused(element));

/** A thumb on a phone. */
export class Thumb implements Hands {
  readonly effort = createEffort();

  constructor(
    readonly page: Page,
    readonly session: CDPSession,
  ) {}

  async press(control: Locator): Promise<void> {
    await this.#bring(control, 'center');
    const {x, y, width, height} = (await control.boundingBox()) ?? {x: 0, y: 0, width: 0, height: 0};
    await this.page.touchscreen.tap(x + width / 2, y + height / 2);
    this.effort.presses++;
  }

  async type(field: Locator, text: string): Promise<void> {
    if (!(await isFocused(field))) await this.press(field);
    await this.page.keyboard.type(text);
    this.effort.letters += text.length;
  }

  async choose(select: Locator, label: string): Promise<void> {
    await this.#bring(select, 'center');
    await select.selectOption({label});
    // The select, and the option in the list of the phone.
    this.effort.presses += 2;
  }

  see = (text: Locator): Promise<void> => this.#bring(text, 'start');

  async find(row: Locator): Promise<void> {
    for (let swipes = 0; (await row.count()) === 0 && swipes < maxAttempts; swipes++) await this.#swipe(Infinity);
    await this.#bring(row, 'center');
  }

  async #bring(target: Locator, place: Place): Promise<void> {
    await target.waitFor();
    for (let swipes = 0; swipes < maxAttempts; swipes++) {
      const distance = await distanceTo(target, place);
      if (distance === 0) return;
      await this.#swipe(distance);
    }
    throw new Error(`Cannot be scrolled into view: ${target}`);
  }

  /** Scrolls with the thumb, by less than the height of the screen. */
  async #swipe(distance: number): Promise<void> {
    const {width, height} = this.page.viewportSize() ?? {width: 0, height: 0};
    const reach = 0.6 * height;
    const before = await this.#scrolled();
    // By the mouse wheel: after a touch, the page moves on by an amount that depends on the speed of the machine.
    await this.session.send('Input.synthesizeScrollGesture', {
      ...{x: width / 2, y: height / 2, yDistance: -Math.max(-reach, Math.min(reach, distance))},
      ...{gestureSourceType: 'mouse', speed: 4000},
    });
    await this.page.evaluate(() => window.measurement.nativeFrames(3));
    this.effort.swipes++;
    this.effort.scrolled += (await this.#scrolled()) - before;
  }

  #scrolled = (): Promise<number> => this.page.evaluate(() => window.measurement.scrolled);
}

/** A keyboard, with no pointer. */
export class Keys implements Hands {
  readonly effort = createEffort();

  constructor(readonly page: Page) {}

  async press(control: Locator): Promise<void> {
    await this.#focus(control);
    await this.#key('Enter');
  }

  async type(field: Locator, text: string): Promise<void> {
    await this.#focus(field);
    await this.page.keyboard.type(text);
    this.effort.letters += text.length;
  }

  async choose(select: Locator, label: string): Promise<void> {
    await this.#focus(select);
    await this.page.keyboard.type(label);
    this.effort.letters += label.length;
  }

  async see(text: Locator): Promise<void> {
    await text.waitFor();
    for (let presses = 0; presses < maxAttempts; presses++) {
      const distance = await distanceTo(text, 'start');
      if (distance === 0) return;
      await this.#key(distance > 0 ? 'PageDown' : 'PageUp');
      await this.page.evaluate(() => window.measurement.nativeFrames(20));
    }
    throw new Error(`Cannot be scrolled into view: ${text}`);
  }

  async find(row: Locator, more: Locator): Promise<void> {
    for (let presses = 0; (await row.count()) === 0 && presses < maxAttempts; presses++) {
      const isAtEnd = (await more.count()) > 0 && (await isFocused(more));
      await this.#key(isAtEnd ? 'Enter' : 'Tab');
      await this.page.evaluate(() => window.measurement.nativeFrames(3));
    }
    await this.#focus(row);
  }

  /** Moves the focus with Tab, or within a group of controls that is one stop with the arrow keys. */
  async #focus(target: Locator): Promise<void> {
    await target.waitFor();
    let direction: string | undefined;
    for (let presses = 0; presses < maxAttempts; presses++) {
      if (await isFocused(target)) return;
      const key = await target.evaluate(element => window.measurement.keyTowards(element));
      direction ??= key;
      await this.#key(key === direction ? key : key === 'Tab' ? 'ArrowDown' : 'ArrowUp');
    }
    throw new Error(`Cannot be reached with the keyboard: ${target}`);
  }

  async #key(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.effort.presses++;
  }
}
