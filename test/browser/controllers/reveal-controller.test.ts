import {expect} from '@open-wc/testing';

import {RevealController} from '../../../src/controllers/view/infinite-scroll-controller.js';
import {connectHost, createHost, removeHosts} from '../../support/controller-host.js';

/** An observer that a test moves things for: a page in the background draws no frames, and tells of none. */
class Scrolling {
  static all: Scrolling[] = [];
  target: Element | undefined;

  constructor(readonly tell: (entries: readonly {isIntersecting: boolean}[]) => void) {
    Scrolling.all.push(this);
  }

  observe(target: Element): void {
    this.target = target;
  }

  disconnect(): void {
    this.target = undefined;
  }
}

describe('an element that is scrolled to', () => {
  const {IntersectionObserver: native} = window;

  beforeEach(() => {
    Scrolling.all = [];
    Object.assign(window, {IntersectionObserver: Scrolling});
  });

  afterEach(() => {
    removeHosts();
    Object.assign(window, {IntersectionObserver: native});
  });

  async function revealing(target: Element | null) {
    const found = {target};
    const revealed = {times: 0};
    const {host} = createHost(
      {},
      each =>
        new RevealController(
          each,
          () => found.target,
          () => revealed.times++,
        ),
    );
    await connectHost(host);
    const move = (...visible: boolean[]): void => {
      for (const isIntersecting of visible) {
        for (const each of Scrolling.all) if (each.target) each.tell([{isIntersecting}]);
      }
    };
    const update = async (): Promise<void> => {
      host.requestUpdate();
      await host.updateComplete;
    };
    return {host, found, revealed, move, update, watched: () => Scrolling.all.filter(({target}) => target).length};
  }

  const button = (): Element => document.createElement('button');

  it('is told of when it comes into view', async () => {
    const {revealed, move} = await revealing(button());
    move(false, true);
    expect(revealed.times).to.equal(1);
    move(false, true);
    expect(revealed.times).to.equal(2);
  });

  it('is not told of where it was in view from the start', async () => {
    const {revealed, move} = await revealing(button());
    move(true);
    expect(revealed.times).to.equal(0);
    move(false, true);
    expect(revealed.times).to.equal(1);
  });

  it('is the one that is there after each update, and no other', async () => {
    const {found, revealed, move, update, watched} = await revealing(null);
    expect(watched()).to.equal(0);
    found.target = button();
    await update();
    await update();
    expect(watched()).to.equal(1);
    found.target = button();
    await update();
    expect(watched()).to.equal(1);
    move(false, true);
    expect(revealed.times).to.equal(1);
    found.target = null;
    await update();
    expect(watched()).to.equal(0);
  });

  it('is not watched any more when its host has left the page, and again when it is back', async () => {
    const {host, watched} = await revealing(button());
    host.remove();
    expect(watched()).to.equal(0);
    await connectHost(host);
    host.requestUpdate();
    await host.updateComplete;
    expect(watched()).to.equal(1);
  });
});
