import {expect} from '@open-wc/testing';

import {everyMinute} from '../../../src/controllers/view/clock.js';

/** Timers of a page whose time passes when a test says so, and that can be hidden. */
function fakePage() {
  const running = new Map<number, () => void>();
  const delays: number[] = [];
  let count = 0;
  const {setInterval: set, clearInterval: clear} = globalThis;
  let hidden = false;
  Object.defineProperty(document, 'hidden', {get: () => hidden, configurable: true});
  globalThis.setInterval = ((act: () => void, delay: number) => {
    running.set(++count, act);
    delays.push(delay);
    return count;
  }) as typeof setInterval;
  globalThis.clearInterval = (id => void running.delete(Number(id))) as typeof clearInterval;
  return {
    running,
    delays,
    passMinute: () => [...running.values()].forEach(act => act()),
    hide: (isHidden: boolean) => {
      hidden = isHidden;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    restore: () => {
      globalThis.setInterval = set;
      globalThis.clearInterval = clear;
      Reflect.deleteProperty(document, 'hidden');
    },
  };
}

describe('the clock of a page', () => {
  let page: ReturnType<typeof fakePage>;
  const stops: (() => void)[] = [];

  const watch = () => {
    const heard = {times: 0};
    const stop = everyMinute(() => heard.times++);
    stops.push(stop);
    return {heard, stop};
  };

  beforeEach(() => {
    page = fakePage();
  });

  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    page.restore();
  });

  it('tells everyone each minute, by one timer', () => {
    const [first, second] = [watch(), watch()];
    expect(page.running.size).to.equal(1);
    expect(new Set(page.delays)).to.eql(new Set([60_000]));
    page.passMinute();
    page.passMinute();
    expect([first.heard.times, second.heard.times]).to.eql([2, 2]);
  });

  it('does not tell those who have stopped', () => {
    const [first, second] = [watch(), watch()];
    first.stop();
    page.passMinute();
    expect([first.heard.times, second.heard.times]).to.eql([0, 1]);
  });

  it('stands still when nobody listens, and goes again for the next', () => {
    watch().stop();
    expect(page.running.size).to.equal(0);
    const {heard} = watch();
    page.passMinute();
    expect(heard.times).to.equal(1);
  });

  it('stands still while the page is hidden, and tells at once when it is seen again', () => {
    const {heard} = watch();
    page.hide(true);
    expect(page.running.size).to.equal(0);
    page.hide(false);
    expect(heard.times).to.equal(1);
    expect(page.running.size).to.equal(1);
  });

  it('does not start in a page that is hidden', () => {
    page.hide(true);
    watch();
    expect(page.running.size).to.equal(0);
  });

  it('hears nothing of the page when nobody listens', () => {
    const {heard, stop} = watch();
    stop();
    page.hide(true);
    page.hide(false);
    expect(heard.times).to.equal(0);
    expect(page.running.size).to.equal(0);
  });
});
