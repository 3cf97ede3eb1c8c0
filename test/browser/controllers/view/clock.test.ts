import {expect} from '@open-wc/testing';

import {everyMinute} from '../../../../src/controllers/view/clock-controller.js';

/** Fakes intervals and the visibility of the page. */
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

describe('everyMinute', () => {
  let page: ReturnType<typeof fakePage>;
  const unsubscribes: (() => void)[] = [];

  const subscribe = () => {
    const calls = {times: 0};
    const unsubscribe = everyMinute(() => calls.times++);
    unsubscribes.push(unsubscribe);
    return {calls, unsubscribe};
  };

  beforeEach(() => {
    page = fakePage();
  });

  afterEach(() => {
    for (const unsubscribe of unsubscribes.splice(0)) unsubscribe();
    page.restore();
  });

  it('calls every subscriber each minute with a single timer', () => {
    const [first, second] = [subscribe(), subscribe()];
    expect(page.running.size).to.equal(1);
    expect(new Set(page.delays)).to.eql(new Set([60_000]));
    page.passMinute();
    page.passMinute();
    expect([first.calls.times, second.calls.times]).to.eql([2, 2]);
  });

  it('does not call a subscriber that has unsubscribed', () => {
    const [first, second] = [subscribe(), subscribe()];
    first.unsubscribe();
    page.passMinute();
    expect([first.calls.times, second.calls.times]).to.eql([0, 1]);
  });

  it('clears the timer when the last subscriber leaves and starts it for the next one', () => {
    subscribe().unsubscribe();
    expect(page.running.size).to.equal(0);
    const {calls} = subscribe();
    page.passMinute();
    expect(calls.times).to.equal(1);
  });

  it('pauses while the page is hidden and calls subscribers at once when it becomes visible', () => {
    const {calls} = subscribe();
    page.hide(true);
    expect(page.running.size).to.equal(0);
    page.hide(false);
    expect(calls.times).to.equal(1);
    expect(page.running.size).to.equal(1);
  });

  it('starts no timer when the page is hidden', () => {
    page.hide(true);
    subscribe();
    expect(page.running.size).to.equal(0);
  });

  it('ignores visibilitychange when there are no subscribers', () => {
    const {calls, unsubscribe} = subscribe();
    unsubscribe();
    page.hide(true);
    page.hide(false);
    expect(calls.times).to.equal(0);
    expect(page.running.size).to.equal(0);
  });
});
