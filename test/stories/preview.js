import {complaintsAbout} from './complaints.js';
import {overhear} from './overhear.js';

/** Runs in the page: shows one entry, and resolves when Storybook has done with each of its stories. */
function show({id, type, stories, patience}) {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  const waitedFor = new Set(stories);
  const finished = [];
  const errors = [];
  const note = error => errors.push(error.message ?? error.description ?? String(error));
  const noteAll = unhandled => unhandled.forEach(note);
  return new Promise(resolve => {
    const finish = story => {
      finished.push(story);
      waitedFor.delete(story.storyId);
      if (waitedFor.size === 0) end();
    };
    const listeners = {
      storyFinished: finish,
      storyErrored: note,
      storyThrewException: note,
      playFunctionThrewException: note,
      unhandledErrorsWhilePlaying: noteAll,
    };
    const end = () => {
      clearTimeout(timer);
      for (const [event, listener] of Object.entries(listeners)) channel.off(event, listener);
      resolve({finished, errors, unfinished: [...waitedFor]});
    };
    const timer = setTimeout(end, patience);
    for (const [event, listener] of Object.entries(listeners)) channel.on(event, listener);
    channel.emit('setCurrentStory', {storyId: id, viewMode: type});
  });
}

/** Runs in the page: turns the toolbar. */
function turn(globals) {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise(resolve => {
    channel.once('globalsUpdated', resolve);
    channel.emit('updateGlobals', {globals});
  });
}

/** The page that Storybook shows its stories in, without the frame around it, as its toolbar and the device have it. */
export async function openPreview(browser, address, {globals = {}, forcedColors = 'none'} = {}) {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}, forcedColors});
  const heard = overhear(page, address);

  await page.goto(`${address}iframe.html?viewMode=story`);
  await page.waitForFunction(() => window.__STORYBOOK_PREVIEW__?.ready);
  await page.evaluate(() => window.__STORYBOOK_PREVIEW__.ready());
  await page.evaluate(turn, globals);
  const index = await page.evaluate(async () => (await fetch('index.json')).json());
  const entries = Object.values(index.entries);

  const storiesOf = ({id, type, title}) =>
    type === 'docs' ? entries.filter(each => each.type === 'story' && each.title === title).map(each => each.id) : [id];

  return {
    entries,
    close: () => page.close(),
    /** What is wrong with one entry: nothing, one hopes. */
    async visit(entry) {
      const {id, type} = entry;
      const outcome = await page.evaluate(show, {id, type, stories: storiesOf(entry), patience: 20_000});
      // Storybook writes what a story threw to the console, too.
      const more = heard.splice(0).filter(line => !outcome.errors.some(error => line.includes(error)));
      return [...complaintsAbout(entry, outcome), ...more];
    },
  };
}
