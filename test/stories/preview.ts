import type {Browser, BrowserContext, Page} from '@playwright/test';
import {captureConsole} from './capture-console.js';
import {readEntries, type Entry} from './storybook.js';

/** How stories are shown: settings of Storybook's toolbar, and of the device. */
export interface Look {
  readonly globals?: Readonly<Record<string, string>>;
  readonly forcedColors?: 'active' | 'none';
}

/** A violation as axe reports it: https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#results-object */
interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {readonly html: string; readonly target: readonly (string | readonly string[])[]}[];
}

/** The payload of Storybook's event `storyFinished`. */
interface FinishedStory {
  readonly storyId: string;
  readonly status: string;
  readonly reporters: readonly {
    readonly type: string;
    readonly result: {readonly error?: {readonly message?: string}; readonly violations?: readonly Violation[]};
  }[];
}

interface Outcome {
  readonly finished: readonly FinishedStory[];
  readonly errors: readonly string[];
  readonly unfinished: readonly string[];
}

interface Channel {
  on(event: string, listener: (payload: never) => void): void;
  off(event: string, listener: (payload: never) => void): void;
  once(event: string, listener: () => void): void;
  emit(event: string, payload: object): void;
}

declare global {
  interface Window {
    __STORYBOOK_ADDONS_CHANNEL__: Channel;
    __STORYBOOK_PREVIEW__?: {
      ready(): Promise<void>;
      readonly storyRenders?: readonly {readonly phase: string}[];
    };
  }
}

/** How long the stories of one entry may take, in milliseconds. */
const timeout = 20_000;

/** The page in which Storybook renders stories, without Storybook's navigation. It stays open between stories. */
export class Preview {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #consoleProblems: string[];

  private constructor(context: BrowserContext, page: Page, consoleProblems: string[]) {
    this.#context = context;
    this.#page = page;
    this.#consoleProblems = consoleProblems;
  }

  static async open(browser: Browser, url: string, {globals = {}, forcedColors = 'none'}: Look): Promise<Preview> {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, forcedColors});
    const page = await context.newPage();
    const consoleProblems = captureConsole(page, url);
    await page.goto(`${url}iframe.html?viewMode=story`);
    await page.waitForFunction(() => window.__STORYBOOK_PREVIEW__?.ready);
    await page.evaluate(() => window.__STORYBOOK_PREVIEW__?.ready());
    await page.evaluate(updateGlobals, globals);
    return new Preview(context, page, consoleProblems);
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  /** Renders a story, or all stories of a documentation page, and lists everything that is wrong with it. */
  async problemsOf(entry: Entry): Promise<string[]> {
    const {id, type} = entry;
    const outcome = await this.#page.evaluate(render, {id, type, storyIds: storyIdsOf(entry), timeout});
    // Storybook also logs the errors that a story throws.
    const logged = this.#consoleProblems.splice(0).filter(line => !outcome.errors.some(error => line.includes(error)));
    return [...problemsIn(entry, outcome), ...logged];
  }
}

/** The stories that an entry renders. */
const storyIdsOf = ({id, type, title}: Entry): string[] =>
  type === 'story'
    ? [id]
    : readEntries()
        .filter(each => each.type === 'story' && each.title === title)
        .map(each => each.id);

/** Runs in the page: sets the toolbar. */
function updateGlobals(globals: Readonly<Record<string, string>>): Promise<void> {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise(resolve => {
    channel.once('globalsUpdated', resolve);
    channel.emit('updateGlobals', {globals});
  });
}

/** Runs in the page: renders one entry, and resolves when all of its stories have finished. */
function render({
  id,
  type,
  storyIds,
  timeout,
}: {
  id: string;
  type: Entry['type'];
  storyIds: string[];
  timeout: number;
}): Promise<Outcome> {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  const unfinished = new Set(storyIds);
  const finished: FinishedStory[] = [];
  const errors: string[] = [];
  return new Promise(resolve => {
    const addError = (error: {message?: string; description?: string}): void => {
      errors.push(error.message ?? error.description ?? String(error));
    };
    const listeners = {
      storyFinished(story: FinishedStory): void {
        finished.push(story);
        unfinished.delete(story.storyId);
        if (unfinished.size === 0) end();
      },
      storyErrored: addError,
      storyThrewException: addError,
      playFunctionThrewException: addError,
      unhandledErrorsWhilePlaying: (unhandled: {message?: string}[]) => unhandled.forEach(addError),
    };
    const end = (): void => {
      clearTimeout(timer);
      for (const [event, listener] of Object.entries(listeners)) channel.off(event, listener);
      resolve({finished, errors, unfinished: [...unfinished]});
    };
    const timer = setTimeout(end, timeout);
    for (const [event, listener] of Object.entries(listeners)) channel.on(event, listener);
    channel.emit('setCurrentStory', {storyId: id, viewMode: type});
  });
}

function problemsIn({type}: Entry, {finished, errors, unfinished}: Outcome): string[] {
  const problems = [...errors, ...unfinished.map(id => `${id} did not finish.`)];
  // In documentation pages axe does not run: it runs in each of their stories.
  if (problems.length === 0 && type === 'story') problems.push(...finished.flatMap(violationsIn));
  if (problems.length > 0) return problems;
  return finished
    .filter(({status}) => status !== 'success')
    .map(({storyId, status}) => `${storyId} finished with status ${status}`);
}

/** A story that axe has not checked has not passed. */
function violationsIn({reporters}: FinishedStory): string[] {
  const reports = reporters.filter(({type}) => type === 'a11y');
  if (reports.length === 0) return ['axe did not run.'];
  return reports.flatMap(({result: {error, violations = []}}) =>
    error ? [`axe: ${error.message ?? JSON.stringify(error)}`] : violations.map(describeViolation),
  );
}

const describeViolation = ({id, help, nodes}: Violation): string =>
  [`axe: ${help} (${id})`, ...nodes.map(({html, target}) => `  ${target.flat().join(' ')}: ${html}`)].join('\n');
